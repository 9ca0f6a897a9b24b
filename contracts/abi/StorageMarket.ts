// Generated from contracts/src/StorageMarket.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 22959 bytes deployed.

export const storageMarketAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "contract IRandomBeacon",
            "name": "beacon",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "roundBlocks",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "challenges",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "minStake",
            "type": "uint256"
          },
          {
            "internalType": "uint32",
            "name": "slashBasisPoints",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "unbondingRounds",
            "type": "uint32"
          }
        ],
        "internalType": "struct IStorageMarket.Parameters",
        "name": "parameters_",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "leftLeaves",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_BadCount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "depth",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_TooDeep",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_TrailingBytes",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_Truncated",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "fragmentBytes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "leaves",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_WrongFragment",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "sample",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_WrongRoot",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "bits",
        "type": "uint8"
      },
      {
        "internalType": "int256",
        "name": "value",
        "type": "int256"
      }
    ],
    "name": "SafeCastOverflowedIntDowncast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "value",
        "type": "int256"
      }
    ],
    "name": "SafeCastOverflowedIntToUint",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "bits",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "SafeCastOverflowedUintDowncast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "SafeCastOverflowedUintToInt",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "unsettled",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_AllocationsLeft",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_AlreadyProved",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "StorageMarket_AlreadyRegistered",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "StorageMarket_AlreadySettled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "units",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "price",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_BadAmounts",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offers",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "signatures",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_BadBatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "nextRoot",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "nextLeaves",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "maxLeaves",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_BadCommitment",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "startRound",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      },
      {
        "internalType": "uint64",
        "name": "minRounds",
        "type": "uint64"
      }
    ],
    "name": "StorageMarket_BadDuration",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "nodeKey",
        "type": "address"
      }
    ],
    "name": "StorageMarket_BadNodeKey",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      }
    ],
    "name": "StorageMarket_BadParameter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_BadPeerId",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "from",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "to",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_BadRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "StorageMarket_BadSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "uint32",
        "name": "behind",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_CatchUpNeeded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "StorageMarket_EscrowTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "StorageMarket_NoAllocation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "StorageMarket_NoProvider",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "minNonce",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "current",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_NonceTooLow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "current",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_NotEnded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "client",
        "type": "address"
      }
    ],
    "name": "StorageMarket_NotForCaller",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "StorageMarket_NotInList",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "uint8",
        "name": "misses",
        "type": "uint8"
      }
    ],
    "name": "StorageMarket_NothingToPenalize",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "minNonce",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_OfferCancelled",
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
        "name": "left",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_OfferExhausted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "validUntil",
        "type": "uint64"
      }
    ],
    "name": "StorageMarket_OfferExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "stake",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "minStake",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_StakeTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "until",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "current",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_StillBonded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "asked",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "current",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_WrongRound",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "enum IMarketErrors.Stage",
        "name": "stage",
        "type": "uint8"
      }
    ],
    "name": "StorageMarket_WrongStage",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "StorageMarket_ZeroAmount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "client",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "offerHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "units",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint96",
        "name": "price",
        "type": "uint96"
      },
      {
        "indexed": false,
        "internalType": "Round",
        "name": "startRound",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      }
    ],
    "name": "AllocationOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "client",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "earned",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "refund",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "compensation",
        "type": "uint256"
      }
    ],
    "name": "AllocationSettled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "misses",
        "type": "uint8"
      }
    ],
    "name": "CaughtUp",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      }
    ],
    "name": "Ejected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      }
    ],
    "name": "ExitAnnounced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "stake",
        "type": "uint256"
      }
    ],
    "name": "Exited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "nodeKey",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "peerId",
        "type": "bytes"
      }
    ],
    "name": "NodeUpdated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "minNonce",
        "type": "uint256"
      }
    ],
    "name": "OffersCancelled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "steps",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bounty",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "compensation",
        "type": "uint256"
      }
    ],
    "name": "Penalized",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "nextRoot",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint48",
        "name": "nextLeaves",
        "type": "uint48"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "earned",
        "type": "uint128"
      }
    ],
    "name": "Proved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "nodeKey",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "peerId",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "stake",
        "type": "uint256"
      }
    ],
    "name": "ProviderRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "StakeAdded",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "addStake",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "allocation",
    "outputs": [
      {
        "components": [
          {
            "internalType": "AllocationId",
            "name": "id",
            "type": "uint48"
          },
          {
            "internalType": "address",
            "name": "client",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "units",
            "type": "uint32"
          },
          {
            "internalType": "uint96",
            "name": "price",
            "type": "uint96"
          },
          {
            "internalType": "Round",
            "name": "startRound",
            "type": "uint32"
          },
          {
            "internalType": "Round",
            "name": "endRound",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "deposit",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "settled",
            "type": "bool"
          }
        ],
        "internalType": "struct IStorageMarket.AllocationRecord",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "allocationCount",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "client",
        "type": "address"
      },
      {
        "internalType": "AllocationId",
        "name": "beforeId",
        "type": "uint48"
      },
      {
        "internalType": "uint256",
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "allocationsOfClient",
    "outputs": [
      {
        "components": [
          {
            "internalType": "AllocationId",
            "name": "id",
            "type": "uint48"
          },
          {
            "internalType": "address",
            "name": "client",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "units",
            "type": "uint32"
          },
          {
            "internalType": "uint96",
            "name": "price",
            "type": "uint96"
          },
          {
            "internalType": "Round",
            "name": "startRound",
            "type": "uint32"
          },
          {
            "internalType": "Round",
            "name": "endRound",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "deposit",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "settled",
            "type": "bool"
          }
        ],
        "internalType": "struct IStorageMarket.AllocationRecord[]",
        "name": "records",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "AllocationId",
        "name": "beforeId",
        "type": "uint48"
      },
      {
        "internalType": "uint256",
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "allocationsOfProvider",
    "outputs": [
      {
        "components": [
          {
            "internalType": "AllocationId",
            "name": "id",
            "type": "uint48"
          },
          {
            "internalType": "address",
            "name": "client",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "units",
            "type": "uint32"
          },
          {
            "internalType": "uint96",
            "name": "price",
            "type": "uint96"
          },
          {
            "internalType": "Round",
            "name": "startRound",
            "type": "uint32"
          },
          {
            "internalType": "Round",
            "name": "endRound",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "deposit",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "settled",
            "type": "bool"
          }
        ],
        "internalType": "struct IStorageMarket.AllocationRecord[]",
        "name": "records",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "minNonce",
        "type": "uint256"
      }
    ],
    "name": "cancelOffers",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint32",
        "name": "maxRounds",
        "type": "uint32"
      }
    ],
    "name": "catchUp",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "behind",
        "type": "uint32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      }
    ],
    "name": "challengeSeed",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "clock",
    "outputs": [
      {
        "components": [
          {
            "internalType": "Round",
            "name": "round",
            "type": "uint32"
          },
          {
            "internalType": "uint48",
            "name": "blockNumber",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "seedBlock",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "nextRoundBlock",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "timestamp",
            "type": "uint48"
          }
        ],
        "internalType": "struct IStorageMarket.Clock",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "compensationOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "exit",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "released",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "genesisBlock",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "client",
            "type": "address"
          },
          {
            "internalType": "uint64",
            "name": "maxUnits",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "pricePerUnitRound",
            "type": "uint128"
          },
          {
            "internalType": "uint64",
            "name": "minRounds",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          }
        ],
        "internalType": "struct IStorageMarket.Offer",
        "name": "offer",
        "type": "tuple"
      }
    ],
    "name": "offerHash",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "client",
            "type": "address"
          },
          {
            "internalType": "uint64",
            "name": "maxUnits",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "pricePerUnitRound",
            "type": "uint128"
          },
          {
            "internalType": "uint64",
            "name": "minRounds",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          }
        ],
        "internalType": "struct IStorageMarket.Offer[]",
        "name": "offers",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes[]",
        "name": "signatures",
        "type": "bytes[]"
      },
      {
        "internalType": "uint32",
        "name": "units",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      }
    ],
    "name": "openAllocations",
    "outputs": [
      {
        "internalType": "AllocationId[]",
        "name": "ids",
        "type": "uint48[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "client",
            "type": "address"
          },
          {
            "internalType": "uint64",
            "name": "maxUnits",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "pricePerUnitRound",
            "type": "uint128"
          },
          {
            "internalType": "uint64",
            "name": "minRounds",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          }
        ],
        "internalType": "struct IStorageMarket.Offer[]",
        "name": "offers",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes[]",
        "name": "signatures",
        "type": "bytes[]"
      },
      {
        "internalType": "uint32",
        "name": "units",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "uint8",
            "name": "v",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "r",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "s",
            "type": "bytes32"
          }
        ],
        "internalType": "struct IStorageMarket.Permit",
        "name": "permit",
        "type": "tuple"
      }
    ],
    "name": "openAllocationsWithPermit",
    "outputs": [
      {
        "internalType": "AllocationId[]",
        "name": "ids",
        "type": "uint48[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "parameters",
    "outputs": [
      {
        "components": [
          {
            "internalType": "contract IRandomBeacon",
            "name": "beacon",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "roundBlocks",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "challenges",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "minStake",
            "type": "uint256"
          },
          {
            "internalType": "uint32",
            "name": "slashBasisPoints",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "unbondingRounds",
            "type": "uint32"
          }
        ],
        "internalType": "struct IStorageMarket.Parameters",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "penalize",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      },
      {
        "internalType": "bytes32",
        "name": "nextRoot",
        "type": "bytes32"
      },
      {
        "internalType": "uint48",
        "name": "nextLeaves",
        "type": "uint48"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "prove",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "Round",
        "name": "from",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "to",
        "type": "uint32"
      }
    ],
    "name": "provedRounds",
    "outputs": [
      {
        "internalType": "uint256[]",
        "name": "words",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "provider",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "owner",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "nodeKey",
            "type": "address"
          },
          {
            "internalType": "bytes",
            "name": "peerId",
            "type": "bytes"
          },
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "uint48",
            "name": "leaves",
            "type": "uint48"
          },
          {
            "internalType": "Round",
            "name": "committedRound",
            "type": "uint32"
          },
          {
            "internalType": "Round",
            "name": "lastProvedRound",
            "type": "uint32"
          },
          {
            "internalType": "uint128",
            "name": "liveRate",
            "type": "uint128"
          },
          {
            "internalType": "uint64",
            "name": "liveUnits",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "nextUnits",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "stake",
            "type": "uint256"
          },
          {
            "internalType": "uint8",
            "name": "misses",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "stepsTaken",
            "type": "uint8"
          },
          {
            "internalType": "enum IMarketErrors.Stage",
            "name": "stage",
            "type": "uint8"
          },
          {
            "internalType": "Round",
            "name": "stageRound",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "unsettled",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "behind",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "minOfferNonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "escrow",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "compensation",
            "type": "uint256"
          }
        ],
        "internalType": "struct IStorageMarket.ProviderRecord",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "providerCount",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
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
        "name": "account",
        "type": "address"
      }
    ],
    "name": "providerOf",
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
        "internalType": "uint256",
        "name": "from",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "providers",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "owner",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "nodeKey",
            "type": "address"
          },
          {
            "internalType": "bytes",
            "name": "peerId",
            "type": "bytes"
          },
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "uint48",
            "name": "leaves",
            "type": "uint48"
          },
          {
            "internalType": "Round",
            "name": "committedRound",
            "type": "uint32"
          },
          {
            "internalType": "Round",
            "name": "lastProvedRound",
            "type": "uint32"
          },
          {
            "internalType": "uint128",
            "name": "liveRate",
            "type": "uint128"
          },
          {
            "internalType": "uint64",
            "name": "liveUnits",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "nextUnits",
            "type": "uint64"
          },
          {
            "internalType": "uint256",
            "name": "stake",
            "type": "uint256"
          },
          {
            "internalType": "uint8",
            "name": "misses",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "stepsTaken",
            "type": "uint8"
          },
          {
            "internalType": "enum IMarketErrors.Stage",
            "name": "stage",
            "type": "uint8"
          },
          {
            "internalType": "Round",
            "name": "stageRound",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "unsettled",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "behind",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "minOfferNonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "escrow",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "compensation",
            "type": "uint256"
          }
        ],
        "internalType": "struct IStorageMarket.ProviderRecord[]",
        "name": "records",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "nodeKey",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "peerId",
        "type": "bytes"
      },
      {
        "internalType": "uint256",
        "name": "stake",
        "type": "uint256"
      }
    ],
    "name": "register",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "settle",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "nodeKey",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "peerId",
        "type": "bytes"
      }
    ],
    "name": "updateNode",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "offerHash",
        "type": "bytes32"
      }
    ],
    "name": "usedUnits",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "vault",
    "outputs": [
      {
        "internalType": "contract ITokenVault",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const storageMarketBytecode = "0x610260806040523461058857806168b6803803809161001e828561058c565b833981010360e081126105885781516001600160a01b03811691908290036105885760c090601f190112610588576040519160c083016001600160401b038111848210176103eb5760405260208101516001600160a01b038116810361058857835261008c604082016105af565b90602084019182526100a0606082016105af565b60408501908152608082015192606086019384526100d360c06100c560a086016105af565b9460808901958652016105af565b9060a08701918252604051936100ea60408661058c565b6005855260208501956421b0b4b93760d91b87526040519861010d60408b61058c565b60018a5260208a0198603160f81b8a52803b1561055a5781516001600160a01b03163b1561052b5763ffffffff8551166002811090811561051f575b506104eb5763ffffffff87511680159081156104e0575b506104ad5782511561047c5763ffffffff8451168015908115610470575b5061043757620f424063ffffffff875116116103ff57604051906108db8083016001600160401b038111848210176103eb576020928492615fdb843981520301905ff09586156103e0576001600160a01b039687166080524360a052905190951660c052915163ffffffff90811660e052935184166101005290516101205251821661014052511661016052610213816105c0565b61022052610220846105c0565b6102405251902091826101e0525190208061020052466101a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261028b60c08261058c565b51902061018052306101c0526040516159af908161062c8239608051818181610244015281816107950152818161084801528181610d0e01528181611cf20152818161256a015281816130e5015281816137480152818161392d01528181613989015281816139fc01528181613de40152614979015260a05181818161229c015281816133eb0152614824015260c051818181611a150152614d23015260e05181818161192101528181611a420152818161341201526147fc015261010051818181610e500152611a6b015261012051818181611a950152818161271d01528181613e170152614308015261014051818181611ac10152611d33015261016051818181611ae801526130410152610180518161533b01526101a051816153f801526101c0518161530501526101e0518161538a015261020051816153b001526102205181611b4f01526102405181611b7b0152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b6040516302aa8f4160e01b815260206004820152600f60248201526e756e626f6e64696e67526f756e647360881b6044820152606490fd5b6040516302aa8f4160e01b815260206004820152601060248201526f736c6173684261736973506f696e747360801b6044820152606490fd5b6127109150115f61017e565b6040516302aa8f4160e01b81526020600482015260086024820152676d696e5374616b6560c01b6044820152606490fd5b6040516302aa8f4160e01b815260206004820152600a6024820152696368616c6c656e67657360b01b6044820152606490fd5b60209150115f610160565b6040516302aa8f4160e01b815260206004820152600b60248201526a726f756e64426c6f636b7360a81b6044820152606490fd5b6110009150115f610149565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b6040516302aa8f4160e01b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176103eb57604052565b519063ffffffff8216820361058857565b601f8151116105eb5760208151910151602082106105dc571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6101e06040526004361015610012575f80fd5b5f610100525f3560e01c80630aeb6b40146126b457806312da93d51461268a57806318d6b958146124e457806321338b38146124af578063279d6d2e146124165780632cc65e83146122bf5780634cdc9c631461228257806364f1a3ec1461215b57806374c832681461213b57806378d97c9414611c0b57806384b0196e14611b3457806389035730146119a757806391ddadf4146118b6578063969915ce14611773578063ad1e6d35146116dc578063b321d1b4146116a0578063b84453911461161c578063b9e083bc146115e8578063c2cabcb3146114c5578063cd8227f91461149d578063dd9879fc14611312578063e0ffdb3a14610a63578063e9fad8ee14610a23578063eb4f16b514610947578063ef2c8558146105e6578063ef6a6139146102b8578063fbaf094a14610273578063fbfa77cf1461022c5763fdea15be1461015e575f80fd5b34610225576040366003190112610225576101776128cf565b6024356001600160401b038111610225577f2df2828fad1bd287eabe27d158420296b464a532a67e51bb8da3aced3343c3a36101ba61021b9236906004016128f9565b9290936101fc8486836101cc336146c4565b60018060a01b0381541661010051526001602052604061010051206001600160601b0360a01b81541690556134a3565b6040519182916020835260018060a01b03169533956020840191612d12565b0390a36101005180f35b6101005180fd5b346102255761010051366003190112610225576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610225576020366003190112610225576102b46102a06102926128cf565b61029a612ec0565b50614848565b604051918291602083526020830190612b82565b0390f35b34610225576040366003190112610225576102d16128cf565b6102d96129ac565b9060018060a01b031680610100515261010051602052604061010051209160ff835460c01c1660058110156105cc57156105b357829063ffffffff61031c6133db565b911691610327614738565b50600381019263ffffffff600283015460301c1660ff835460e81c1691604080821091180260401892610358614738565b508554916040519561036987612dba565b6001600160801b038416875260208701976001600160401b038560801c168952604088019463ffffffff8160c01c1686526060890196875260e01c9963ffffffff83169460048101985b875163ffffffff16878110806105aa575b806105a1575b1561050d57866001600160401b038e511615159182610502575b5050806104f4575b6104da575b63ffffffff80610403818b5116614ec8565b16808a52165f52896020528a61045061044b60405f206001600160801b036040519161042e83612d32565b5494602086600f0b93848152019560801c60070b86525116614df4565b61544e565b6001600160801b0381116104bd576001600160801b03168c528c5190516001600160401b03916104929161048d9161044b9160070b908516614df4565b61546a565b168c5280156104a3575f19016103b3565b634e487b7160e01b61010051526011600452602461010051fd5b6306dfcc6560e41b61010051526080600452602452604461010051fd5b60ff89511660ff81146104a35760010160ff1689526103f1565b50600760ff8a5116106103ec565b14159050868f6103e4565b5050610577945060408860ff63ffffffff8f6105638f7f475e34f0a7bc4eb58d92263c5dd9c2253ffc3a9d7080619bb53bd8f06c3181d8978e9360209e86865116809261010051501115610585575b50506147c1565b5116915116825191825288820152a261526e565b63ffffffff60405191168152f35b81101561059a5750848c5b1684528e8061055c565b8590610590565b508115156103ca565b508d81106103c4565b50630beaf00160e31b6101005152600452602461010051fd5b634e487b7160e01b61010051526021600452602461010051fd5b34610225576020366003190112610225576105ff612a00565b610607613388565b61061081614c73565b90600182019182549061062863ffffffff8316612cd1565b60018060a01b0391549060031b1c169283610100515261010051602052604061010051209461065683614efa565b9360ff8160d01c166109265760ff875460c01c1660058110156105cc57600314158061090d575b6108e05760ff60d01b1916600160d01b17905560028501805460501c63ffffffff169586156104a357815463ffffffff60501b19165f1990970160501b63ffffffff60501b1696909617905565ffffffffffff9461073d907f06f34ebd072ad4bc4cc1a410a7f681a7628376589d9ff6c235f30349d35c1113906060906107489061074261070a88614f17565b61072c6107268a549b63ffffffff8d60a01c1660078701614f3b565b82612fb9565b96879161ffff8c60c01c1690612fb9565b612e3c565b96614cb1565b604080519485526020850187905284018190526001600160a01b039096169788941692a380610846575b5080610793575b610100515f51602061598f5f395f51905f525d6101005180f35b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561022557604051633d6c5ae160e21b815261010051600360a01b90941760048201526001600160a01b03909416602485015260448401919091528290818060648101039161010051905af180156108385761081d575b8080610779565b6101005161082a91612dd5565b610100516102255780610816565b6040513d61010051823e3d90fd5b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b1561022557604051633d6c5ae160e21b81526101008051600160a01b871760048401526001600160a01b0388166024840152604483019390935251909283916064918391905af18015610838571561077257610100516108d291612dd5565b610100516102255783610772565b63ffffffff85816108ef6133db565b9163f7b8334160e01b61010051521660045216602452604461010051fd5b506109166133db565b63ffffffff86811691161061067d565b65ffffffffffff836308e0876560e31b610100515216600452602461010051fd5b3461022557602036600319011261022557600435610963613388565b3361010051526101005160205260ff604061010051205460c01c1660058110156105cc578015610a0a575f1981016109e7575080156109d257610779906040518181527f7c717985ac273e663b7f3050f5b15a4388ff6ed952338954f650e2093e13937f60203392a2336136e8565b636c5a0aa160e11b6101005152600461010051fd5b6101005163070211fb60e31b905233600452610a0290612b74565b604461010051fd5b630beaf00160e31b610100515233600452602461010051fd5b34610225576101005136600319011261022557610a3e613388565b6020610a48612fcc565b610100515f51602061598f5f395f51905f525d604051908152f35b346102255760803660031901126102255760043560e081905263ffffffff811690036102255760443565ffffffffffff81168103610225576064356001600160401b03811161022557610aba9036906004016128f9565b90610ac3613388565b610acb614622565b60a052610ad960a0516146c4565b60805263ffffffff610ae96133db565b6101005150168063ffffffff60e05116036112ee575062ffffff60e05160081c166101005152600760805101602052600160ff60e051161b6040610100512054166112cd57610b3f60e05160805160a05161475c565b60c052610b5060e05160a051614cfd565b600160805101549065ffffffffffff6002608051015416916101005150610100519383610e0b575b50505050818103610df05782600360805101610b9660c05182614e0f565b690ffffffffffffffff0006001600160401b03821691600c1b169080820461100014901517156104a3578065ffffffffffff8416118015610dda575b610db0575060c051610be391614e73565b62ffffff60e05160081c16610100515260076080510160205260406101005120600160ff60e051161b81541790556080515460ff8160e81c16610d9e575b506002608051015469ffffffff00000000000060e05160301b169069ffffffff000000000000191617600260805101556024356001608051015565ffffffffffff811665ffffffffffff19600260805101541617600260805101556001600160801b0360c05151169060018060a01b0360a051169165ffffffffffff6040519260243584521660208301526040820152817f9a6a088fdb86cdcb4be805d6af607b404dd95beeba461230499071f81d203826606063ffffffff60e0511693a36001600160801b0360c051511680610d0c57610100515f51602061598f5f395f51905f525d6101005180f35b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156102255760405192633d6c5ae160e21b845280600160a01b1760048501526024840152604483015281606481610100519361010051905af1801561083857610d83575b80610779565b61010051610d9091612dd5565b610100516102255780610d7d565b61ffff60e81b19166080515581610c21565b65ffffffffffff83636dc3c8bd60e11b610100515260243560045216602452604452606461010051fd5b506024351565ffffffffffff8416151415610bd2565b63c3ac829760e01b6101005152600452602452604461010051fd5b909192935060405193610e1d85612d83565b610100518552610100516020860152610100516040860152610e3d61541e565b90610e4661541e565b610100519091905b7f00000000000000000000000000000000000000000000000000000000000000008110610e8657505050505050505183808080610b78565b602060405181810189815263ffffffff60e01b8460e01b16604083015260248252610eb2604483612dd5565b60405191518091835e810190610100518252806101005192039060025afa1561083857610100515182156112b35782908160408b0152066020890152610efa84898b88615700565b60408801518851601081018082116104a357808c918c521161129a57610f22858b8d8a615700565b8951600481018082116104a357808d918d5211611281578088013560e01c6101008101908181116104a35760ff81019182116104a35760408d015190818360081c0361126657505060208c01516101005181600884901c5b6001811161124e575050600581901b906001600160fb1b038116036104a357610100810181116104a3578e8e610100610fb59301918d615849565b8c518060ff198101116104a3578d51908160ff19820111610225578f821161022557610100818d926020940390604051938383019160ff19910101843782010190610100518252806101005192039060025afa156108385761010051519160081c6004848c0101915b600182116111fe575050604080516020818101948552948c0135851c63ffffffff60c01b16918101919091526028815291905061105c604883612dd5565b60405191518091835e810190610100518252806101005192039060025afa15610838576101005151604086810151875160208901519251908b016026840201601f1901959394939260051b82015b8281116111bc575050506020935060405192848401926001600160801b0319908b013516835260308401526001600160401b0360c01b9060c01b166050830152603882526110f9605883612dd5565b60405191518091835e810190610100518252806101005192039060025afa156108385761010051516040858101518651602088015192518a9493918a016026830201601f1901929160051b82015b82811161117757505050500361115f57600101610e4e565b638de4ff8960e01b6101005152600452602461010051fd5b9091929450601f190192835180603084015260801c908183015260208535911882015260208160508160025afa15610225578051936025190192908a94939291611147565b601f95939495190192835180603084015260801c908183015260208735911882015260208160508160025afa15610225578051602519909601959493926110aa565b816001821810611217575b6001918201821c911c61101e565b919260208360051b169081526020843591185260206101005160406101005160025afa156102255761010051519260200191611209565b909160019082828518100192811c910160011c610f7a565b639c486ae160e01b6101005152600452602452604461010051fd5b8b6363b1f89b60e01b6101005152600452602461010051fd5b8a6363b1f89b60e01b6101005152600452602461010051fd5b634e487b7160e01b61010051526012600452602461010051fd5b636fb0a54f60e01b610100515263ffffffff60e05116600452602461010051fd5b634479e19360e11b610100515263ffffffff60e05116600452602452604461010051fd5b346102255761132036612a15565b9160018060a01b0316908161010051526101005160205265ffffffffffff600260406101005120015460701c169165ffffffffffff8216918261143c575b5050610100518291505b65ffffffffffff8316151580611433575b156113985761138a6113929161463d565b92600261592b565b91611368565b6113a181612e56565b916113af6040519384612dd5565b818352601f196113be83612e56565b01610100515b81811061141c57505061010051905b8282106113e857604051806102b48682612ad9565b611414816113f7600193614ba5565b6114018588612eac565b5261140c8487612eac565b50600261592b565b9101906113d3565b602090611427612f62565b828288010152016113c4565b50838110611379565b919250906001600160a01b039060409061145590614ba5565b01511603611485576101005152600360205265ffffffffffff600160406101005120015460a01c1682808061135e565b6391cba22560e01b6101005152600452602461010051fd5b34610225576101005136600319011261022557602065ffffffffffff60055416604051908152f35b346102255760e0366003190112610225576040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca602082019081526004356001600160a01b038116908190036102255760408301526024356001600160a01b038116908190036102255760608301526044356001600160401b038116908190036102255760808301526064356001600160801b0381168091036102255760a08301526084356001600160401b038116908190036102255760c083015260a4356001600160401b0381169190829003610225578260429260e0602095015260c43561010082015261010081526115bd61012082612dd5565b5190206115c8615302565b906040519161190160f01b83526002830152602282015220604051908152f35b346102255760403660031901126102255760206116146116066128cf565b61160e6129ac565b90614cfd565b604051908152f35b346102255760203660031901126102255761163d611638612a00565b614c73565b600181015460d081901c60ff161561165f575050602061010051604051908152f35b60209161167463ffffffff61169b9316612cd1565b60018060a01b0391549060031b1c1661010051526101005183526040610100512090614cb1565b611614565b34610225576020366003190112610225576101206116cd6116bf612a00565b6116c7612f62565b50614ba5565b6116da6040518092612a4e565bf35b34610225576080366003190112610225576004356001600160401b0381116102255761170c903690600401612926565b90602435906001600160401b038211610225576102b492611734611754933690600401612956565b9061173d612986565b92611746612999565b9461174f613388565b61388b565b610100515f51602061598f5f395f51905f525d604051918291826129bf565b34610225576040366003190112610225576004356024356117a1600254928380821091180283188093612e3c565b908180821091180218906117b482612e56565b916117c26040519384612dd5565b8083526117d1601f1991612e56565b01610100515b81811061189f575050610100515b8251811015611835578061181961180661180160019486612e49565b612cd1565b848060a01b0391549060031b1c16614848565b6118238286612eac565b5261182e8185612eac565b50016117e5565b826040518091602082016020835281518091526040830190602060408260051b86010193019161010051905b82821061187057505050500390f35b9193600191939550602061188f8192603f198a82030186528851612b82565b9601920192018594939192611861565b6020906118aa612ec0565b828287010152016117d7565b346102255761010051366003190112610225576040516118d581612d68565b61010051815261010051602082015261010051604082015261010051606082015260806101005191015260a06119096133db565b65ffffffffffff611919826147ee565b9181806119467f000000000000000000000000000000000000000000000000000000000000000086612e49565b168163ffffffff6040519461195a86612d68565b169586855281608060208701968243168852826040820194168452606081019586520195814216875260405198895251166020880152511660408601525116606084015251166080820152f35b346102255761010051366003190112610225576040516119c681612d4d565b61010051815261010051602082015261010051604082015261010051606082015261010051608082015260a06101005191015260c0604051611a0781612d4d565b63ffffffff60018060a01b037f00000000000000000000000000000000000000000000000000000000000000001691828152816020820191817f000000000000000000000000000000000000000000000000000000000000000016835260408101827f00000000000000000000000000000000000000000000000000000000000000001681528260608301917f000000000000000000000000000000000000000000000000000000000000000083528160a06080860195827f00000000000000000000000000000000000000000000000000000000000000001687520196817f0000000000000000000000000000000000000000000000000000000000000000168852604051998a52511660208901525116604087015251606086015251166080840152511660a0820152f35b34610225576101005136600319011261022557611bda611b737f00000000000000000000000000000000000000000000000000000000000000006152c4565b6102b4611b9f7f00000000000000000000000000000000000000000000000000000000000000006152c4565b60405190611be890611bb2602084612dd5565b6101005183525f368137604051958695600f60f81b875260e0602088015260e0870190612b50565b908582036040870152612b50565b904660608501523060808501526101005160a085015283820360c0850152612b1d565b3461022557602036600319011261022557611c246128cf565b611c2c613388565b611c35816146c4565b90611c3e6133db565b91611c4a83828461475c565b60608101805191949160ff166002811115612131576001190160ff81116104a3575b83549560ff8760f01c1660ff831681811180159061211f575b6120f357039660ff88116104a35760ff60f01b191660f09290921b60ff60f01b169190911784556001600160801b0390611cbf81866147c1565b516040516332fa79d960e21b81526001600160a01b03968716600160a11b811760048301819052909793909216929091907f000000000000000000000000000000000000000000000000000000000000000016602083602481845afa9283156108385761010051936120bb575b50610100517f00000000000000000000000000000000000000000000000000000000000000009960ff16939081905b85811061208f575060809a5090611d7191612e3c565b611d7f600582048092612e3c565b93897fc4965276a1f89f5dc389d08369f5823ad7ff407eea40e33cda41f2207bedfab263ffffffff8a169c8d93604051908152336020820152856040820152886060820152a38061202c575b5082611e7d575b5050505060ff600791511614611dfc57610100515f51602061598f5f395f51905f525d6101005180f35b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600360c01b178255611e4a91600301805463ffffffff60c01b1660e09290921b6001600160e01b031916919091179055565b7f96a79c04dda757828019d11ed4b819f92a4adcb9e30fb051365170359332a7756101005161010051a380808080610779565b80949293943b156102255760405191636864029360e11b8352600483015287600360a01b17602483015283604483015281606481610100519361010051905af1801561083857612011575b506008850180549093909283611fe157611eed611efc9261010051925b60401b6133bd565b906001600160d01b0316612e49565b926001600160d01b038411611fc35760405192611f1884612d32565b8884526001600160d01b039094166020840190815293600160401b811015611fa957611f4991600182018155612cfd565b611f8d579151825493516001600160f01b031990941663ffffffff919091161760209390931b640100000000600160f01b031692909217905560ff60078780611dd2565b634e487b7160e01b610100515261010051600452602461010051fd5b634e487b7160e01b61010051526041600452602461010051fd5b836306dfcc6560e41b610100515260d0600452602452604461010051fd5b5f1984018481116104a357611efc92611ffd611eed9288612cfd565b505460201c6001600160d01b031692611ee5565b6101005161201e91612dd5565b610100516102255787611ec8565b813b1561022557604051633d6c5ae160e21b81526101005160048201859052336024830152604482019290925290818060648101038161010051865af180156108385715611dcb576101005161208191612dd5565b610100516102255789611dcb565b916120b4816120a08e600194612fb9565b6127105f1982010484019015150290612e3c565b9201611d5b565b9092506020813d6020116120eb575b816120d760209383612dd5565b810103126120e757519189611d2c565b5f80fd5b3d91506120ca565b84516101008051637dcb11f160e11b90526001600160a01b038a1660045260ff90911660245251604490fd5b506001600160801b0383511615611c85565b5061010051611c6c565b346102255761010051366003190112610225576020600254604051908152f35b34610225576060366003190112610225576121746128cf565b61217c6129ac565b90612185612986565b63ffffffff81811693908116808511801590612267575b61224a57506121c36121ba9462ffffff808460081c16968792612df6565b60081c16612e3c565b600181018091116104a3576121d790612e6d565b6101005190946001600160a01b0390941693905b8551811015612234576001908561010051526101005160205261222385856007604061010051200161221d8588612e49565b9061464b565b61222d8289612eac565b52016121eb565b604051602080825281906102b490820189612b1d565b849063e9739b3360e01b6101005152600452602452604461010051fd5b506201000063ffffffff61227b8388612e22565b161161219c565b3461022557610100513660031901126102255760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610225576122cd36612a15565b9160018060a01b0316806101005152600460205265ffffffffffff80604061010051205416921690816123d7575b50506101005181905b65ffffffffffff83161515806123ce575b156123345761232661232e9161463d565b92600161592b565b91612304565b61233d81612e56565b9161234b6040519384612dd5565b818352601f1961235a83612e56565b01610100515b8181106123b757505061010051905b82821061238457604051806102b48682612ad9565b6123af81612393600193614ba5565b61239d8588612eac565b526123a88487612eac565b508261592b565b91019061236f565b6020906123c2612f62565b82828801015201612360565b50838110612315565b908092506101005152600360205260018060a01b03604061010051205416036114855761010051526003602052604061010051205460d01c82806122fb565b34610225576020366003190112610225576004356001600160a01b0361243a614622565b169081610100515261010051602052600560406101005120018054808311156124935750817f46ec1e242d55a104c3bc85f69355daf4662f00840898c23c41f5258e0b6af2009260209255604051908152a26101005180f35b82637f26ffd560e01b6101005152600452602452604461010051fd5b346102255760203660031901126102255760206124d26124cd6128cf565b6145c9565b6040516001600160a01b039091168152f35b346120e7576101203660031901126120e7576004356001600160401b0381116120e757612515903690600401612926565b906024356001600160401b0381116120e757612535903690600401612956565b61253d612986565b90612546612999565b9260a03660831901126120e75761255b613388565b604051637e062a3560e11b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031696906020816004818b5afa90811561267f575f9161263d575b5060c43560ff811697916001600160a01b0316908890036120e757803b156120e7575f6117549860e46102b49b83604051958694859363d505accf60e01b85523360048601526024850152608435604485015260a43560648501526084840152833560a48401526101043560c48401525af1612628575b5061388b565b5f61263291612dd5565b5f6101005288612622565b90506020813d602011612677575b8161265860209383612dd5565b810103126120e757516001600160a01b03811681036120e757886125ab565b3d915061264b565b6040513d5f823e3d90fd5b346120e75760203660031901126120e7576004355f526008602052602060405f2054604051908152f35b346120e75760603660031901126120e7576126cd6128cf565b6024356001600160401b0381116120e7576126ec9036906004016128f9565b604492919235916126fb613388565b335f525f60205260405f2060ff815460c01c1660058110156128bb576128a8577f00000000000000000000000000000000000000000000000000000000000000008085106128925750805460ff60c01b1916600160c01b1781556127806127606133db565b825463ffffffff60c81b191660c89190911b63ffffffff60c81b16178255565b6127ae61278e600254613440565b825463ffffffff60a01b191660a09190911b63ffffffff60a01b16178255565b600254600160401b81101561287e578561283a8561286c98867fe8daffc84854d4d5bd43bae233965984c66cb2cbfcb1c3c37e34647a202cbb99966127fc87600161284c9901600255612cd1565b81546001600160a01b0360039290921b91821b1916339182901b179091555f90815260016020526040902080546001600160a01b03191690556134a3565b60405194604086526040860191612d12565b602084018590526001600160a01b0390921692339281900390a3336136e8565b5f5f51602061598f5f395f51905f525d005b634e487b7160e01b5f52604160045260245ffd5b846302b4f2ab60e51b5f5260045260245260445ffd5b63a3825d6560e01b5f523360045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b600435906001600160a01b03821682036120e757565b35906001600160a01b03821682036120e757565b9181601f840112156120e7578235916001600160401b0383116120e757602083818601950101116120e757565b9181601f840112156120e7578235916001600160401b0383116120e75760208085019460e085020101116120e757565b9181601f840112156120e7578235916001600160401b0383116120e7576020808501948460051b0101116120e757565b6044359063ffffffff821682036120e757565b6064359063ffffffff821682036120e757565b6024359063ffffffff821682036120e757565b60206040818301928281528451809452019201905f5b8181106129e25750505090565b825165ffffffffffff168452602093840193909201916001016129d5565b6004359065ffffffffffff821682036120e757565b60609060031901126120e7576004356001600160a01b03811681036120e7579060243565ffffffffffff811681036120e7579060443590565b610100809165ffffffffffff815116845260018060a01b03602082015116602085015260018060a01b03604082015116604085015263ffffffff60608201511660608501526001600160601b03608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015260e081015160e085015201511515910152565b60206040818301928281528451809452019201905f5b818110612afc5750505090565b909192602061012082612b126001948851612a4e565b019401929101612aef565b90602080835192838152019201905f5b818110612b3a5750505090565b8251845260209384019390920191600101612b2d565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b60058110156128bb57602452565b9060018060a01b03825116815260018060a01b036020830151166020820152612bbc60408301516102806040840152610280830190612b50565b916060810151606083015265ffffffffffff608082015116608083015263ffffffff60a08201511660a083015263ffffffff60c08201511660c08301526001600160801b0360e08201511660e08301526001600160401b03610100820151166101008301526001600160401b036101208201511661012083015261014081015161014083015260ff6101608201511661016083015260ff610180820151166101808301526101a081015160058110156128bb576102609182916101a085015263ffffffff6101c0820151166101c085015263ffffffff6101e0820151166101e085015263ffffffff61020082015116610200850152610220810151610220850152610240810151610240850152015191015290565b600254811015612ce95760025f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015612ce9575f5260205f2001905f90565b908060209392818452848401375f828201840152601f01601f1916010190565b604081019081106001600160401b0382111761287e57604052565b60c081019081106001600160401b0382111761287e57604052565b60a081019081106001600160401b0382111761287e57604052565b606081019081106001600160401b0382111761287e57604052565b61012081019081106001600160401b0382111761287e57604052565b608081019081106001600160401b0382111761287e57604052565b90601f801991011681019081106001600160401b0382111761287e57604052565b63ffffffff5f199116019063ffffffff8211612e0e57565b634e487b7160e01b5f52601160045260245ffd5b9063ffffffff8091169116039063ffffffff8211612e0e57565b91908203918211612e0e57565b91908201809211612e0e57565b6001600160401b03811161287e5760051b60200190565b90612e7782612e56565b612e846040519182612dd5565b8281528092612e95601f1991612e56565b0190602036910137565b805115612ce95760200190565b8051821015612ce95760209160051b010190565b6040519061028082018281106001600160401b0382111761287e576040525f61026083828152826020820152606060408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152826102408201520152565b60405190612f6f82612d9e565b5f610100838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201520152565b35906001600160401b03821682036120e757565b81810292918115918404141715612e0e57565b5f90335f525f60205260405f20612fe16133db565b60ff825460c01c1660058110156128bb5780156133755760048114613359576001146133025763ffffffff600283015460501c16806132f0575063ffffffff61306781845460c81c16600385015460e01c908181105f146132e957505b827f00000000000000000000000000000000000000000000000000000000000000009116614ee0565b1663ffffffff8216908082106132d4575050815464ffffffffff60c01b191660c89190911b63ffffffff60c81b1617600160c21b178155546001600160a01b039081165f9081526001602090815260409182902080546001600160a01b031916905590516332fa79d960e21b8152600160a11b3317600482018190527f000000000000000000000000000000000000000000000000000000000000000090931692909182602481865afa91821561267f575f926132a0575b508161324e575b506040516332fa79d960e21b8152600360a01b331760048201819052909290602084602481855afa93841561324357869461320f575b508361319f575b5050613170929350612e49565b906040518281527f920bb94eb3842a728db98228c375ff6b00c5bc5a54fac6736155517a0a20a61a60203392a2565b8590823b1561320b57604051633d6c5ae160e21b8152600481019190915233602482015260448101859052918290606490829084905af18015613200576131e7575b80613163565b6131f2858092612dd5565b6131fc57836131e1565b8380fd5b6040513d87823e3d90fd5b5080fd5b9093506020813d60201161323b575b8161322b60209383612dd5565b810103126120e75751925f61315c565b3d915061321e565b6040513d88823e3d90fd5b823b156120e757604051633d6c5ae160e21b81526004810191909152336024820152604481018290525f8160648183875af1801561267f5715613126576132989194505f90612dd5565b5f925f613126565b9091506020813d6020116132cc575b816132bc60209383612dd5565b810103126120e75751905f61311f565b3d91506132af565b63d23a840760e01b5f5260045260245260445ffd5b905061303e565b63ab1927e760e01b5f5260045260245ffd5b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600160c11b1790915590915063ffffffff16337f091a227d6bf245c5e1e92b39c221112473d1e6059f1b6f7c367d9bdd1ab250b95f80a35f90565b63070211fb60e31b5f523360045261337090612b74565b60445ffd5b630beaf00160e31b5f523360045260245ffd5b5f51602061598f5f395f51905f525c6133ae5760015f51602061598f5f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b81156133c7570490565b634e487b7160e01b5f52601260045260245ffd5b63ffffffff61343c6134376134107f000000000000000000000000000000000000000000000000000000000000000043612e3c565b7f0000000000000000000000000000000000000000000000000000000000000000906133bd565b613440565b1690565b63ffffffff81116134545763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b90600182811c92168015613499575b602083101461348557565b634e487b7160e01b5f52602260045260245ffd5b91607f169161347a565b6001600160a01b039182165f8181526001602052604090205493959493919290911615801590613664575b811590811561364c575b5061363a5782158015613630575b61361d575f81815260016020526040902080546001600160a01b03199081163317909155825416178155600601906001600160401b03811161287e5761352c825461346b565b601f81116135cc575b505f601f821160011461356d57819293945f92613562575b50508160011b915f199060031b1c1916179055565b013590505f8061354d565b601f19821694835f5260205f20915f5b8781106135b457508360019596971061359b575b505050811b019055565b01355f19600384901b60f8161c191690555f8080613591565b9092602060018192868601358155019401910161357d565b8181111561353557825f5260205f20601f830160051c9060208410613615575b81601f9101920160051c03905f5b828110613608575050613535565b5f828201556001016135fa565b5f91506135ec565b826325e2e0db60e11b5f5260045260245ffd5b50604083116134e6565b63e90a7c1760e01b5f5260045260245ffd5b90508061365a575b5f6134d8565b5033811415613654565b50805f525f60205260ff60405f205460c01c1660058110156128bb5715156134ce565b93929093606081019460018060a01b0316815260606020820152825180955260206080820193015f955b8087106136d05750506136cd9394506040818403910152612b1d565b90565b909360208060019287518152019501960195906136b1565b905f91604080516136f98282612dd5565b60018152601f198201803660208401378251906137168483612dd5565b600182523660208301376001600160a01b03841694600160a11b861761373b84612e9f565b5261374582612e9f565b527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b156120e757825f916137988651948593849363b96f8f3760e01b855260048501613687565b038183885af1801561385d57613846575b506137b5602091612e9f565b5160248351809581936332fa79d960e21b835260048301525afa90811561383d57508390613804575b60016001607f1b039150116137f1575050565b63125cd7f160e31b825260045260249150fd5b506020813d602011613835575b8161381e60209383612dd5565b810103126120e75760016001607f1b0390516137de565b3d9150613811565b513d85823e3d90fd5b6138539195505f90612dd5565b5f936137b56137a9565b83513d5f823e3d90fd5b9190811015612ce95760e0020190565b356001600160a01b03811681036120e75790565b959495939291936101605261018052610120525f6101a052610180511580156145bb575b80156145ab575b61458e576138c26133db565b906138cf61018051612e56565b906138dd6040519283612dd5565b610180518252601f196138f261018051612e56565b01366020840137819561390761018051612e6d565b6101c05261391761018051612e6d565b610140525f5b610180518110613ae557505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b1591506120e790505760405163b96f8f3760e01b81525f8180613984610140516101c0513360048501613687565b0381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1801561267f57613ad0575b506101a0515b6101805181106139d15750565b6139de816101c051612eac565b516040516332fa79d960e21b815260048101919091526020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa8015613ac2576101a05190613a8a575b60016001607f1b03915011613a4d576001016139c4565b613a61613a66916101805161016051613867565b613877565b6101a0805163125cd7f160e31b90526001600160a01b039190911660045251602490fd5b506020813d8211613aba575b81613aa360209383612dd5565b810103126120e75760016001607f1b039051613a36565b3d9150613a96565b6040513d6101a051823e3d90fd5b5f613ada91612dd5565b5f6101a0525f6139be565b613af6816101805161016051613867565b61012051821015612ce9578160051b870135601e19883603018112156120e75787016001600160401b038135116120e7578035360360208201136120e75763ffffffff613b44818916614ec8565b16906001600160a01b03613b5784613877565b165f525f60205260405f209160ff835460c01c1660058110156128bb578015614565576001810361453d57506001600160a01b03613b9760208601613877565b1615158061451f575b6144f357426001600160401b03613bb960a0870161549b565b16106144cc5760058301548060c0860135106144b2575063ffffffff8716801590614496575b8015614472575b614440578063ffffffff871611801590614424575b80156143f1575b6143bb57506040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca6020820190815292906001600160a01b03613c45866128e5565b1660408201526001600160a01b03613c5f602087016128e5565b16606082015260408501936001600160401b03613c7b86612fa5565b1660808301526060860135916001600160801b0383168093036120e75760429260a08201526001600160401b03613cb460808901612fa5565b1660c08201526001600160401b03613cce60a08901612fa5565b1660e082015260c08701356101008201526101008152613cf061012082612dd5565b519020613cfb615302565b906040519161190160f01b8352600283015260228201522092835f52600860205260405f205490613d3d826001600160401b03613d378461549b565b16612e3c565b63ffffffff8a1611614389575090613d60613d84939263ffffffff8a1690612e49565b845f52600860205260405f2055836020833593019160018060a01b03905416615555565b15614360576001600160a01b03613d9a83613877565b165f908152602081905260409020906001600160a01b03613dba84613877565b6040516332fa79d960e21b81529116600160a11b1760048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561267f575f9161432f575b507f000000000000000000000000000000000000000000000000000000000000000081106142f95750613e59613e538984613e4e87613877565b61475c565b836147c1565b6005549265ffffffffffff841665ffffffffffff8114612e0e576001019365ffffffffffff85169065ffffffffffff19161760055563ffffffff613e9e818b16614ec8565b169061ffff613ec1613ebc63ffffffff8d1663ffffffff8b16612e22565b612df6565b16335f52600460205265ffffffffffff60405f20541663ffffffff865460a01c16906001600160601b03613ef7606086016152b0565b1692600288019365ffffffffffff855460701c169160405197613f1989612d9e565b33895260208901526040880152606087019283526080870193845260a087015263ffffffff8c1660c087015260e0860190815263ffffffff8060016101008901945f865265ffffffffffff8d165f52600360205260405f2090828060a01b03838060a01b038c5116166001600160601b0360a01b835416178255613fbf8460208d015116839081549063ffffffff60a01b9060a01b169063ffffffff60a01b1916179055565b60408b01519082549065ffffffffffff60d01b905160d01b169161ffff60c01b9060c01b1690848060c01b031617178155019451161663ffffffff1984541617835560a08601519083546fffffffffffffffffffffffff0000000063ffffffff60801b60c08a015160801b169265ffffffffffff60a01b905160a01b169360201b1690640100000000600160d01b031916171717825551151581549060ff60d01b9060d01b169060ff60d01b1916179055335f52600460205260405f2065ffffffffffff8088161665ffffffffffff1982541617905563ffffffff815465ffffffffffff60701b8860701b169065ffffffffffff60701b19161780835560501c169063ffffffff8214612e0e57805463ffffffff60501b191660019290920160501b63ffffffff60501b1691909117905561410d6001600160601b0360a08401511663ffffffff8a16612fb9565b61411f61ffff60408501511682612fb9565b9460016001607f1b0386116142d057600197969492613a618561419d8c8e61419661418a63ffffffff61418f65ffffffffffff9f9d9b61418a906141858460206141d09f6003019c015116614173836155e6565b61417e878b166155e6565b918d615609565b6155e6565b6154af565b93166155e6565b9184615609565b805460e01c63ffffffff8d168110156142ac575080546001600160e01b031660e08d901b6001600160e01b031916179055565b878060a01b038251169163ffffffff60c082015116906001600160601b0360a08201511663ffffffff61421261ffff6040836020870151169501511684614ee0565b16926040519687526020870152604086015260608501526080840152878060a01b0316917f21314474e57e810a13cd4e8ec7f5fb9995e64fdd5e1ac15d608fe1a23f07c18160a087871692a461426b8461014051612eac565b52166142778287612eac565b52818060a01b03614292613a61836101805161016051613867565b168260a01b176142a5826101c051612eac565b520161391d565b9080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b6142d983613877565b63125cd7f160e31b5f9081526001600160a01b0391909116600452602490fd5b6302b4f2ab60e51b5f526004527f000000000000000000000000000000000000000000000000000000000000000060245260445ffd5b90506020813d8211614358575b8161434960209383612dd5565b810103126120e757515f613e14565b3d915061433c565b61436982613877565b631992f39360e31b5f9081526001600160a01b0391909116600452602490fd5b6143a489926001600160401b03613d3763ffffffff9461549b565b9163167e75e160e11b5f521660045260245260445ffd5b6001600160401b039063ffffffff876143d66080880161549b565b9263e149204b60e01b5f52600452166024521660445260645ffd5b506144028163ffffffff8816612e22565b63ffffffff6001600160401b0361441b6080880161549b565b16911610613c02565b5061100063ffffffff61443983828a16612e22565b1611613bfb565b6001600160801b038763ffffffff61445a606088016152b0565b9163e039339760e01b5f52166004521660245260445ffd5b506001600160601b036001600160801b0361448f606087016152b0565b1611613be6565b506001600160801b036144ab606086016152b0565b1615613bdf565b60c08563047da72760e11b5f52013560045260245260445ffd5b6001600160401b036144e060a0860161549b565b6317fefc0960e11b5f521660045260245ffd5b6144ff60208501613877565b6306c81dd560e11b5f9081526001600160a01b0391909116600452602490fd5b50336001600160a01b0361453560208701613877565b161415613ba0565b6133709061454a86613877565b63070211fb60e31b5f526001600160a01b0316600452612b74565b61456e85613877565b630beaf00160e31b5f9081526001600160a01b0391909116600452602490fd5b6311378ca360e21b5f52610180516004526101205160245260445ffd5b50610180516101205114156138b6565b5061010061018051116138af565b6001600160a01b038181165f8181526001602052604090205490911690811590816145fe575b50156145f9575090565b905090565b90505f525f60205260ff60405f205460c01c1660058110156128bb5715155f6145ef565b61462b336145c9565b906001600160a01b0382161561337557565b5f198114612e0e5760010190565b929092835f5260205263ffffffff60405f20549360081b92168281116146a7575b5063ffffffff166101008201808311612e0e57811061468a57505090565b60019161469691612e3c565b1b905f198201918211612e0e571690565b9263ffffffff91936146bb845f1992612e3c565b1b16929061466c565b60018060a01b031690815f525f60205260405f209160ff835460c01c169060058210156128bb5781156147265760018214158061471b575b614704575050565b63070211fb60e31b5f526004526133709150612b74565b5060028214156146fc565b630beaf00160e31b5f5260045260245ffd5b6040519061474582612dba565b5f6060838281528260208201528260408201520152565b909291614767614738565b50614772818561505e565b9363ffffffff60408601511663ffffffff83161161478f57505050565b63ffffffff929160036147a2920161526e565b9063eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b906060906147d28160038501614e73565b0151815460ff60e81b191660e89190911b60ff60e81b16179055565b6148226136cd9163ffffffff7f00000000000000000000000000000000000000000000000000000000000000009116612fb9565b7f0000000000000000000000000000000000000000000000000000000000000000612e49565b90614851612ec0565b9160018060a01b0316805f525f60205260405f209081549160ff8360c01c169060058210156128bb578115614b9f576148886133db565b91614893838361505e565b8488526001600160a01b03861660208901526040516006840180549297929082905f906148bf8461346b565b8084529360018116908115614b7d5750600114614b39575b506148e492500382612dd5565b60408901526001830154606089015260028301549065ffffffffffff821660808a015263ffffffff8260301c168060a08b015260c08a01526001600160801b0387511660e08a01526001600160401b036020880151166101008a015260038401926001600160401b036149578986614e0f565b166101208b01526040516332fa79d960e21b8152600160a11b881760048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316986020826024818d5afa801561267f578c925f91614af3575b506005989463ffffffff97946101a08560ff6060614a0e9b978d99976101408b99015201511661016082015260ff8460f01c16610180820152015260c81c166101c08d015260501c166101e08b015261526e565b1661020087015201546102208501526040516332fa79d960e21b8152600160a01b8217600482015290602082602481865afa801561267f575f90614ac0575b602092506102408601526024604051809481936332fa79d960e21b8352600360a01b1760048301525afa90811561267f575f91614a8e575b50610260830152565b90506020813d602011614ab8575b81614aa960209383612dd5565b810103126120e757515f614a85565b3d9150614a9c565b506020823d602011614aeb575b81614ada60209383612dd5565b810103126120e75760209151614a4d565b3d9150614acd565b92505096929491936020823d602011614b31575b81614b1460209383612dd5565b810103126120e7579051929691949093909290918b9160056149ba565b3d9150614b07565b90505f9291925260205f20905f915b818310614b615750509060206148e4928201015f6148d7565b6020919350806001915483858801015201910190918392614b48565b9050602092506148e494915060ff191682840152151560051b8201015f6148d7565b50505050565b614bad612f62565b5060ff614bb982614c73565b805463ffffffff60018301549281614bd2818616612cd1565b905460039190911b1c6001600160a01b031693614c08614bfa614bf485614efa565b94614f17565b61ffff8360c01c1690612fb9565b9465ffffffffffff60405199614c1d8b612d9e565b16895260018060a01b03821660208a01526040890152818660801c1660608901526001600160601b038660201c16608089015260a01c1660a08701521660c085015260e084015260d01c16151561010082015290565b65ffffffffffff165f8181526003602052604090208054909291906001600160a01b031615614c9f5750565b639cd0472160e01b5f5260045260245ffd5b614cf16008614cf79301614ceb614cc784614f17565b93614ce5614cdf63ffffffff835460a01c1692614efa565b846154bf565b926154bf565b90612e3c565b90612fb9565b60401c90565b614d06826147ee565b604051639556483760e01b815260048101919091526020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa90811561267f575f91614dbf575b50906020925f9263ffffffff604051928684019446865230604086015260018060a01b0316606085015216608083015260a082015260a08152614d9f60c082612dd5565b604051918291518091835e8101838152039060025afa1561267f575f5190565b9190506020823d602011614dec575b81614ddb60209383612dd5565b810103126120e75790516020614d5b565b3d9150614dce565b9190915f8382019384129112908015821691151617612e0e57565b90815460e01c9163ffffffff60408301511680931115614e6c576136cd92600161044b9263ffffffff80614e536001600160401b03602061048d9901511695614ec8565b16165f520160205260405f205460801c60070b90614df4565b5050505f90565b81518154602084015160409094015163ffffffff60c01b60c09190911b1667ffffffffffffffff60801b60809590951b949094166001600160801b039092166001600160e01b03199091161717919091179055565b63ffffffff60019116019063ffffffff8211612e0e57565b9063ffffffff8091169116019063ffffffff8211612e0e57565b61343c63ffffffff91548261ffff8260c01c169160a01c16614ee0565b60016136cd91015463ffffffff6001600160601b038260201c169160801c16612fb9565b9092915f9363ffffffff821663ffffffff821681111561505557614f6562ffffff91939293612df6565b60081c169162ffffff8160081c16935b83851115614f84575050505050565b909192939561504661504c917e01000100010001000100010001000100010001000100010001000100010001614fbc87878c8861464b565b7f55555555555555555555555555555555555555555555555555555555555555558160011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c90612e49565b9661463d565b93929190614f75565b505f9450505050565b919091615069614738565b5063ffffffff600282015460301c169060ff815460e81c1660409161508c614738565b5060038101549083519461509f86612dba565b6001600160801b038316865260208601966001600160401b038460801c1688528587019363ffffffff8160c01c1685526060880195865260e01c92600463ffffffff8b169101965b63ffffffff86511682811080615265575b8061525c575b1561521657846001600160401b038c51161515918261520b575b5050806151fd575b6151e3575b63ffffffff8061513781895116614ec8565b16808852165f528760205260405f2061517f61044b6040519261515984612d32565b5492602084600f0b91828152019360801c60070b84526001600160801b038d5116614df4565b6001600160801b0381116151cc5761048d61044b6001600160401b0393848f8f6001600160801b036151bb971690525116905160070b90614df4565b168a528015612e0e575f19016150e7565b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff87511660ff8114612e0e5760010160ff168752615125565b50600760ff88511610615120565b14159050845f615118565b50509550979350509093945063ffffffff8451168091111561523a575b5050505090565b63ffffffff9281101561525557505b1690525f808080615233565b9050615249565b508115156150fe565b508581106150f8565b63ffffffff809154928360e01c80838316105f146152a85750925b60c01c169116908181105f146152a2576136cd91612e22565b50505f90565b905092615289565b356001600160801b03811681036120e75790565b60ff811690601f82116152f357604051916152e0604084612dd5565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614806153f5575b1561535d577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526153ef60c082612dd5565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615334565b6040519061542b82612d83565b5f80835260208301526040805190836105006154478185612dd5565b3684370152565b5f81126154585790565b635467221960e11b5f5260045260245ffd5b6001600160401b038111615484576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b356001600160401b03811681036120e75790565b600160ff1b8114612e0e575f0390565b905f9063ffffffff835491165b818310615511575050806154ea5750505f5b6001600160d01b031690565b5f198101908111612e0e576154fe91612cfd565b505460201c6001600160d01b03166154de565b909161551d8382612e49565b60011c908263ffffffff6155318488612cfd565b505416101561554e575060018101809111612e0e57915b906154cc565b9250615548565b929190833b61559257906155699291615875565b5060048110156128bb5715918261557f57505090565b6001600160a01b03918216911614919050565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b6001600160ff1b0381116155f75790565b63123baf0360e11b5f5260045260245ffd5b60019093919293019063ffffffff83165f528160205261564f60405f20946040519561563487612d32565b5495602087600f0b91828152019660801c60070b8752614df4565b9384600f0b948086036156e957509061566b915160070b614df4565b918260070b928084036156d2575063ffffffff906040519461568c86612d32565b855260208501938452165f5260205260405f209151906001600160801b038354915160801b6001600160401b0360801b169216906001600160401b0360c01b1617179055565b63327269a760e01b5f52604060045260245260445ffd5b63327269a760e01b5f52608060045260245260445ffd5b91909181519360018501808611612e0e578085918552116158365784820135938460f81c95602887116158235761573c9087602085015261463d565b95868352602681029080820460261490151715612e0e578461575e9285615849565b602083019160408351940194855196611fe08060406001960151928695019360f31c161681015b8082106157b1575b5050501561579a57505252565b8490635186268b60e01b5f5260045260245260445ffd5b90918098945035978860d01c945f1981015f1987011015615814578590038588101599816dffffffffffff00000000000000008c60851b9260901c16171784528599615806575b506026019160200190615785565b9850958490039560266157f8565b9850505050505f5f808061578d565b8663115c636160e31b5f5260045260245ffd5b836363b1f89b60e01b5f5260045260245ffd5b50919061585883928251612e49565b809152116158635750565b6363b1f89b60e01b5f5260045260245ffd5b906041830361589f576158989250602081013591604082359201355f1a906158a9565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615920579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561267f575f516001600160a01b0381161561591657905f905f90565b505f906001905f90565b5050505f9160039190565b806001146159735760021461594e57634e487b7160e01b5f52605160045260245ffd5b65ffffffffffff165f52600360205265ffffffffffff600160405f20015460a01c1690565b5065ffffffffffff165f52600360205260405f205460d01c9056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0060c03461009f57601f6108db38819003918201601f19168301916001600160401b038311848410176100a35780849260209460405283398101031261009f57516001600160a01b038116810361009f576080523360a05260405161082390816100b882396080518181816089015281816102f80152818161061301526106d5015260a05181818160eb015281816101960152818161028e015261052a0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816351cff8d9146105905750806370a082311461055957806380f5560514610515578063b96f8f3714610232578063cbe9e76414610208578063d0c805261461017a578063f5b16b84146100bc5763fc0c546a14610074575f80fd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100b85760603660031901126100b8576024356001600160a01b03811690600435908290036100b8576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101477fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f093856107dc565b845f525f825260405f2061015c828254610778565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100b85760603660031901126100b8576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101f27f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab93856107dc565b845f526001825260405f2061015c828254610778565b346100b85760203660031901126100b8576004355f526001602052602060405f2054604051908152f35b346100b85760603660031901126100b85761024b61070d565b60243567ffffffffffffffff81116100b85761026b903690600401610723565b9160443567ffffffffffffffff81116100b85761028c903690600401610723565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016757808503610506575f946001600160a01b03909316938593909291905b80851061046c576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa9283156103fc575f93610438575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f5114821615610419575b50836040525f6060521561040757826024816020936370a0823160e01b82523060048301525afa80156103fc575f906103c8575b6103a992506107cf565b908082036103b357005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f4575b816103e260209383610799565b810103126100b8576103a9915161039f565b3d91506103d5565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b600182151661042f573b15153d1516168561036b565b843d5f823e3d90fd5b9092506020813d602011610464575b8161045460209383610799565b810103126100b857519185610339565b3d9150610447565b9091929395610489600191610482898688610754565b3590610778565b96610495818587610754565b356104a1828589610754565b355f52826020526104b760405f20918254610778565b9055866104c5828589610754565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104f485898b610754565b35604051908152a301939291906102d8565b6342d7c33560e01b5f5260045ffd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100b85760203660031901126100b8576001600160a01b0361057a61070d565b165f525f602052602060405f2054604051908152f35b346100b85760203660031901126100b8576001600160a01b036105b161070d565b1680158015610704575b80156106d2575b6106c057335f525f60205260405f20549182156106ad578190335f525f6020525f60408120558381527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519163a9059cbb60e01b5f526004528060245260205f60448180875af160015f511481161561068e575b826040521561067057602092508152f35b635274afe760e01b5f9081526001600160a01b038416600452602490fd5b60018115166106a457833b15153d15161661065f565b823d5f823e3d90fd5b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146105c2565b503081146105bb565b600435906001600160a01b03821682036100b857565b9181601f840112156100b85782359167ffffffffffffffff83116100b8576020808501948460051b0101116100b857565b91908110156107645760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161078557565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176107bb57604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161078557565b90815f52600160205260405f205480821161080a57906107fb916107cf565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
