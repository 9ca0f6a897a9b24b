// Generated from contracts/src/TokenVault.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 2083 bytes deployed.

export const tokenVaultAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "TokenVault_BadRecipient",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TokenVault_LengthMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "lock",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "asked",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "locked",
        "type": "uint256"
      }
    ],
    "name": "TokenVault_NotEnoughLocked",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "TokenVault_NotMarket",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "holder",
        "type": "address"
      }
    ],
    "name": "TokenVault_NothingToWithdraw",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "asked",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "received",
        "type": "uint256"
      }
    ],
    "name": "TokenVault_WrongAmount",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "lock",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Deposited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "from",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "to",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Moved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "lock",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "holder",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Released",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "holder",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Withdrawn",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "holder",
        "type": "address"
      }
    ],
    "name": "balanceOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "internalType": "bytes32[]",
        "name": "locks",
        "type": "bytes32[]"
      },
      {
        "internalType": "uint256[]",
        "name": "amounts",
        "type": "uint256[]"
      }
    ],
    "name": "deposit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "lock",
        "type": "bytes32"
      }
    ],
    "name": "locked",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "market",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "from",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "to",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "move",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "lock",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "holder",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "release",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IERC20",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "withdraw",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const tokenVaultBytecode = "0x60c03461009f57601f6108db38819003918201601f19168301916001600160401b038311848410176100a35780849260209460405283398101031261009f57516001600160a01b038116810361009f576080523360a05260405161082390816100b882396080518181816089015281816102f80152818161061301526106d5015260a05181818160eb015281816101960152818161028e015261052a0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816351cff8d9146105905750806370a082311461055957806380f5560514610515578063b96f8f3714610232578063cbe9e76414610208578063d0c805261461017a578063f5b16b84146100bc5763fc0c546a14610074575f80fd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100b85760603660031901126100b8576024356001600160a01b03811690600435908290036100b8576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101477fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f093856107dc565b845f525f825260405f2061015c828254610778565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100b85760603660031901126100b8576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101f27f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab93856107dc565b845f526001825260405f2061015c828254610778565b346100b85760203660031901126100b8576004355f526001602052602060405f2054604051908152f35b346100b85760603660031901126100b85761024b61070d565b60243567ffffffffffffffff81116100b85761026b903690600401610723565b9160443567ffffffffffffffff81116100b85761028c903690600401610723565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016757808503610506575f946001600160a01b03909316938593909291905b80851061046c576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa9283156103fc575f93610438575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f5114821615610419575b50836040525f6060521561040757826024816020936370a0823160e01b82523060048301525afa80156103fc575f906103c8575b6103a992506107cf565b908082036103b357005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f4575b816103e260209383610799565b810103126100b8576103a9915161039f565b3d91506103d5565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b600182151661042f573b15153d1516168561036b565b843d5f823e3d90fd5b9092506020813d602011610464575b8161045460209383610799565b810103126100b857519185610339565b3d9150610447565b9091929395610489600191610482898688610754565b3590610778565b96610495818587610754565b356104a1828589610754565b355f52826020526104b760405f20918254610778565b9055866104c5828589610754565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104f485898b610754565b35604051908152a301939291906102d8565b6342d7c33560e01b5f5260045ffd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100b85760203660031901126100b8576001600160a01b0361057a61070d565b165f525f602052602060405f2054604051908152f35b346100b85760203660031901126100b8576001600160a01b036105b161070d565b1680158015610704575b80156106d2575b6106c057335f525f60205260405f20549182156106ad578190335f525f6020525f60408120558381527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519163a9059cbb60e01b5f526004528060245260205f60448180875af160015f511481161561068e575b826040521561067057602092508152f35b635274afe760e01b5f9081526001600160a01b038416600452602490fd5b60018115166106a457833b15153d15161661065f565b823d5f823e3d90fd5b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146105c2565b503081146105bb565b600435906001600160a01b03821682036100b857565b9181601f840112156100b85782359167ffffffffffffffff83116100b8576020808501948460051b0101116100b857565b91908110156107645760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161078557565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176107bb57604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161078557565b90815f52600160205260405f205480821161080a57906107fb916107cf565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
