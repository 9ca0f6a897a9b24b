// Generated from contracts/src/TokenVault.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 2409 bytes deployed.

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
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "TokenVault_LockTooLarge",
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
    "name": "sendBurned",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
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
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const tokenVaultBytecode = "0x60c0346100a657601f610a2838819003918201601f19168301916001600160401b038311848410176100aa578084926020946040528339810103126100a657516001600160a01b03811681036100a6576080523360a05260405161096990816100bf82396080518181816091015281816102fd015281816105d10152818161074501526107cc015260a05181818160f30152818161019e0152818161029301526105210152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806351cff8d9146106c157806370a082311461068a5780637548c9fa1461055057806380f556051461050c578063b96f8f3714610237578063cbe9e7641461020d578063d0c8052614610182578063f5b16b84146100c45763fc0c546a1461007c575f80fd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100c05760603660031901126100c0576024356001600160a01b03811690600435908290036100c0576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f5760208161014f7fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f09385610922565b845f525f825260405f2061016482825461086f565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100c05760603660031901126100c0576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f576020816101fa7f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab9385610922565b61020481866108d3565b604051908152a3005b346100c05760203660031901126100c0576004355f526001602052602060405f2054604051908152f35b346100c05760603660031901126100c057610250610804565b60243567ffffffffffffffff81116100c05761027090369060040161081a565b9160443567ffffffffffffffff81116100c05761029190369060040161081a565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f578085036104fd575f946001600160a01b03909316938593909291905b808510610471576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa928315610401575f9361043d575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f511482161561041e575b50836040525f6060521561040c57826024816020936370a0823160e01b82523060048301525afa8015610401575f906103cd575b6103ae92506108c6565b908082036103b857005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f9575b816103e760209383610890565b810103126100c0576103ae91516103a4565b3d91506103da565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b6001821516610434573b15153d15161685610370565b843d5f823e3d90fd5b9092506020813d602011610469575b8161045960209383610890565b810103126100c05751918561033e565b3d915061044c565b909192939561048e60019161048789868861084b565b359061086f565b966104b061049d82858961084b565b356104a983878961084b565b35906108d3565b866104bc82858961084b565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104eb85898b61084b565b35604051908152a301939291906102dd565b6342d7c33560e01b5f5260045ffd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100c0575f3660031901126100c05761dead5f9081526020527f44ad89ba62b98ff34f51403ac22759b55759460c0bb5521eb4b6ee3cff49cf835480156106755761dead5f525f6020525f604081205561dead807fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb6020604051858152a37f00000000000000000000000000000000000000000000000000000000000000009060405163a9059cbb60e01b5f5261dead6004528160245260205f60448180875af19060015f5114821615610654575b6040521561063357602090604051908152f35b50635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661066c57833b15153d15161690610620565b503d5f823e3d90fd5b63cb6ad3ad60e01b5f5261dead60045260245ffd5b346100c05760203660031901126100c0576001600160a01b036106ab610804565b165f525f602052602060405f2054604051908152f35b346100c05760203660031901126100c0576001600160a01b036106e2610804565b16801580156107fb575b80156107c9575b6107b757335f525f60205260405f205480156107a457335f525f6020525f6040812055816040518281527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519063a9059cbb60e01b5f526004528160245260205f60448180875af19060015f5114821615610654576040521561063357602090604051908152f35b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146106f3565b503081146106ec565b600435906001600160a01b03821682036100c057565b9181601f840112156100c05782359167ffffffffffffffff83116100c0576020808501948460051b0101116100c057565b919081101561085b5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161087c57565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176108b257604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161087c57565b906108eb90825f52600160205260405f20549061086f565b906bffffffffffffffffffffffff821161090d575f52600160205260405f2055565b6305fe83ff60e01b5f5260045260245260445ffd5b90815f52600160205260405f20548082116109505790610941916108c6565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
