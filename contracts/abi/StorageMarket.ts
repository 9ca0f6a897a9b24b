// Generated from contracts/src/StorageMarket.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 22966 bytes deployed.

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

export const storageMarketBytecode = "0x610260806040523461058857806168bd803803809161001e828561058c565b833981010360e081126105885781516001600160a01b03811691908290036105885760c090601f190112610588576040519160c083016001600160401b038111848210176103eb5760405260208101516001600160a01b038116810361058857835261008c604082016105af565b90602084019182526100a0606082016105af565b60408501908152608082015192606086019384526100d360c06100c560a086016105af565b9460808901958652016105af565b9060a08701918252604051936100ea60408661058c565b6005855260208501956421b0b4b93760d91b87526040519861010d60408b61058c565b60018a5260208a0198603160f81b8a52803b1561055a5781516001600160a01b03163b1561052b5763ffffffff8551166002811090811561051f575b506104eb5763ffffffff87511680159081156104e0575b506104ad5782511561047c5763ffffffff8451168015908115610470575b5061043757620f424063ffffffff875116116103ff57604051906108db8083016001600160401b038111848210176103eb576020928492615fe2843981520301905ff09586156103e0576001600160a01b039687166080524360a052905190951660c052915163ffffffff90811660e052935184166101005290516101205251821661014052511661016052610213816105c0565b61022052610220846105c0565b6102405251902091826101e0525190208061020052466101a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261028b60c08261058c565b51902061018052306101c0526040516159b6908161062c8239608051818181610222015281816107730152818161082601528181610cec01528181611cd001528181612548015281816130a20152818161370c015281816138f10152818161394d015281816139c001528181613da8015261493d015260a05181818161227a015281816133af01526147e8015260c0518181816119f30152614ce7015260e0518181816118ff01528181611a20015281816133d601526147c0015261010051818181610e2e0152611a49015261012051818181611a73015281816126fb01528181613ddb01526142cc015261014051818181611a9f0152611d11015261016051818181611ac6015261301f0152610180518161534201526101a051816153ff01526101c0518161530c01526101e05181615391015261020051816153b701526102205181611b2d01526102405181611b590152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b6040516302aa8f4160e01b815260206004820152600f60248201526e756e626f6e64696e67526f756e647360881b6044820152606490fd5b6040516302aa8f4160e01b815260206004820152601060248201526f736c6173684261736973506f696e747360801b6044820152606490fd5b6127109150115f61017e565b6040516302aa8f4160e01b81526020600482015260086024820152676d696e5374616b6560c01b6044820152606490fd5b6040516302aa8f4160e01b815260206004820152600a6024820152696368616c6c656e67657360b01b6044820152606490fd5b60209150115f610160565b6040516302aa8f4160e01b815260206004820152600b60248201526a726f756e64426c6f636b7360a81b6044820152606490fd5b6110009150115f610149565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b6040516302aa8f4160e01b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176103eb57604052565b519063ffffffff8216820361058857565b601f8151116105eb5760208151910151602082106105dc571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6101e06040526004361015610012575f80fd5b5f610100525f3560e01c80630aeb6b401461269257806312da93d51461266857806318d6b958146124c257806321338b381461248d578063279d6d2e146123f45780632cc65e831461229d5780634cdc9c631461226057806364f1a3ec1461213957806374c832681461211957806378d97c9414611be957806384b0196e14611b12578063890357301461198557806391ddadf414611894578063969915ce14611751578063ad1e6d35146116ba578063b321d1b41461167e578063b8445391146115fa578063b9e083bc146115c6578063c2cabcb3146114a3578063cd8227f91461147b578063dd9879fc146112f0578063e0ffdb3a14610a41578063e9fad8ee14610a01578063eb4f16b514610925578063ef2c8558146105c4578063ef6a613914610296578063fbaf094a14610251578063fbfa77cf1461020a5763fdea15be1461015e575f80fd5b34610203576040366003190112610203576101776128ad565b6024356001600160401b038111610203577f2df2828fad1bd287eabe27d158420296b464a532a67e51bb8da3aced3343c3a36101ba6101f99236906004016128d7565b9290936101da8486836101cc33614688565b6101d581614ebe565b613467565b6040519182916020835260018060a01b03169533956020840191612cf0565b0390a36101005180f35b6101005180fd5b346102035761010051366003190112610203576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102035760203660031901126102035761029261027e6102706128ad565b610278612e9e565b5061480c565b604051918291602083526020830190612b60565b0390f35b34610203576040366003190112610203576102af6128ad565b6102b761298a565b9060018060a01b031680610100515261010051602052604061010051209160ff835460c01c1660058110156105aa571561059157829063ffffffff6102fa61339f565b9116916103056146fc565b50600381019263ffffffff600283015460301c1660ff835460e81c16916040808210911802604018926103366146fc565b508554916040519561034787612d98565b6001600160801b038416875260208701976001600160401b038560801c168952604088019463ffffffff8160c01c1686526060890196875260e01c9963ffffffff83169460048101985b875163ffffffff1687811080610588575b8061057f575b156104eb57866001600160401b038e5116151591826104e0575b5050806104d2575b6104b8575b63ffffffff806103e1818b5116614e8c565b16808a52165f52896020528a61042e61042960405f206001600160801b036040519161040c83612d10565b5494602086600f0b93848152019560801c60070b86525116614db8565b615455565b6001600160801b03811161049b576001600160801b03168c528c5190516001600160401b03916104709161046b916104299160070b908516614db8565b615471565b168c528015610481575f1901610391565b634e487b7160e01b61010051526011600452602461010051fd5b6306dfcc6560e41b61010051526080600452602452604461010051fd5b60ff89511660ff81146104815760010160ff1689526103cf565b50600760ff8a5116106103ca565b14159050868f6103c2565b5050610555945060408860ff63ffffffff8f6105418f7f475e34f0a7bc4eb58d92263c5dd9c2253ffc3a9d7080619bb53bd8f06c3181d8978e9360209e86865116809261010051501115610563575b5050614785565b5116915116825191825288820152a2615275565b63ffffffff60405191168152f35b8110156105785750848c5b1684528e8061053a565b859061056e565b508115156103a8565b508d81106103a2565b50630beaf00160e31b6101005152600452602461010051fd5b634e487b7160e01b61010051526021600452602461010051fd5b34610203576020366003190112610203576105dd6129de565b6105e561334c565b6105ee81614c37565b90600182019182549061060663ffffffff8316612caf565b60018060a01b0391549060031b1c169283610100515261010051602052604061010051209461063483614f01565b9360ff8160d01c166109045760ff875460c01c1660058110156105aa5760031415806108eb575b6108be5760ff60d01b1916600160d01b17905560028501805460501c63ffffffff1695861561048157815463ffffffff60501b19165f1990970160501b63ffffffff60501b1696909617905565ffffffffffff9461071b907f06f34ebd072ad4bc4cc1a410a7f681a7628376589d9ff6c235f30349d35c111390606090610726906107206106e888614f1e565b61070a6107048a549b63ffffffff8d60a01c1660078701614f42565b82612f97565b96879161ffff8c60c01c1690612f97565b612e1a565b96614c75565b604080519485526020850187905284018190526001600160a01b039096169788941692a380610824575b5080610771575b610100515f5160206159965f395f51905f525d6101005180f35b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561020357604051633d6c5ae160e21b815261010051600360a01b90941760048201526001600160a01b03909416602485015260448401919091528290818060648101039161010051905af18015610816576107fb575b8080610757565b6101005161080891612db3565b6101005161020357806107f4565b6040513d61010051823e3d90fd5b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b1561020357604051633d6c5ae160e21b81526101008051600160a01b871760048401526001600160a01b0388166024840152604483019390935251909283916064918391905af18015610816571561075057610100516108b091612db3565b610100516102035783610750565b63ffffffff85816108cd61339f565b9163f7b8334160e01b61010051521660045216602452604461010051fd5b506108f461339f565b63ffffffff86811691161061065b565b65ffffffffffff836308e0876560e31b610100515216600452602461010051fd5b346102035760203660031901126102035760043561094161334c565b3361010051526101005160205260ff604061010051205460c01c1660058110156105aa5780156109e8575f1981016109c5575080156109b057610757906040518181527f7c717985ac273e663b7f3050f5b15a4388ff6ed952338954f650e2093e13937f60203392a2336136ac565b636c5a0aa160e11b6101005152600461010051fd5b6101005163070211fb60e31b9052336004526109e090612b52565b604461010051fd5b630beaf00160e31b610100515233600452602461010051fd5b34610203576101005136600319011261020357610a1c61334c565b6020610a26612faa565b610100515f5160206159965f395f51905f525d604051908152f35b346102035760803660031901126102035760043560e081905263ffffffff811690036102035760443565ffffffffffff81168103610203576064356001600160401b03811161020357610a989036906004016128d7565b90610aa161334c565b610aa96145e6565b60a052610ab760a051614688565b60805263ffffffff610ac761339f565b6101005150168063ffffffff60e05116036112cc575062ffffff60e05160081c166101005152600760805101602052600160ff60e051161b6040610100512054166112ab57610b1d60e05160805160a051614720565b60c052610b2e60e05160a051614cc1565b600160805101549065ffffffffffff6002608051015416916101005150610100519383610de9575b50505050818103610dce5782600360805101610b7460c05182614dd3565b690ffffffffffffffff0006001600160401b03821691600c1b16908082046110001490151715610481578065ffffffffffff8416118015610db8575b610d8e575060c051610bc191614e37565b62ffffff60e05160081c16610100515260076080510160205260406101005120600160ff60e051161b81541790556080515460ff8160e81c16610d7c575b506002608051015469ffffffff00000000000060e05160301b169069ffffffff000000000000191617600260805101556024356001608051015565ffffffffffff811665ffffffffffff19600260805101541617600260805101556001600160801b0360c05151169060018060a01b0360a051169165ffffffffffff6040519260243584521660208301526040820152817f9a6a088fdb86cdcb4be805d6af607b404dd95beeba461230499071f81d203826606063ffffffff60e0511693a36001600160801b0360c051511680610cea57610100515f5160206159965f395f51905f525d6101005180f35b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156102035760405192633d6c5ae160e21b845280600160a01b1760048501526024840152604483015281606481610100519361010051905af1801561081657610d61575b80610757565b61010051610d6e91612db3565b610100516102035780610d5b565b61ffff60e81b19166080515581610bff565b65ffffffffffff83636dc3c8bd60e11b610100515260243560045216602452604452606461010051fd5b506024351565ffffffffffff8416151415610bb0565b63c3ac829760e01b6101005152600452602452604461010051fd5b909192935060405193610dfb85612d61565b610100518552610100516020860152610100516040860152610e1b615425565b90610e24615425565b610100519091905b7f00000000000000000000000000000000000000000000000000000000000000008110610e6457505050505050505183808080610b56565b602060405181810189815263ffffffff60e01b8460e01b16604083015260248252610e90604483612db3565b60405191518091835e810190610100518252806101005192039060025afa1561081657610100515182156112915782908160408b0152066020890152610ed884898b88615707565b604088015188516010810180821161048157808c918c521161127857610f00858b8d8a615707565b89516004810180821161048157808d918d521161125f578088013560e01c6101008101908181116104815760ff81019182116104815760408d015190818360081c0361124457505060208c01516101005181600884901c5b6001811161122c575050600581901b906001600160fb1b038116036104815761010081018111610481578e8e610100610f939301918d615850565b8c518060ff19810111610481578d51908160ff19820111610203578f821161020357610100818d926020940390604051938383019160ff19910101843782010190610100518252806101005192039060025afa156108165761010051519160081c6004848c0101915b600182116111dc575050604080516020818101948552948c0135851c63ffffffff60c01b16918101919091526028815291905061103a604883612db3565b60405191518091835e810190610100518252806101005192039060025afa15610816576101005151604086810151875160208901519251908b016026840201601f1901959394939260051b82015b82811161119a575050506020935060405192848401926001600160801b0319908b013516835260308401526001600160401b0360c01b9060c01b166050830152603882526110d7605883612db3565b60405191518091835e810190610100518252806101005192039060025afa156108165761010051516040858101518651602088015192518a9493918a016026830201601f1901929160051b82015b82811161115557505050500361113d57600101610e2c565b638de4ff8960e01b6101005152600452602461010051fd5b9091929450601f190192835180603084015260801c908183015260208535911882015260208160508160025afa15610203578051936025190192908a94939291611125565b601f95939495190192835180603084015260801c908183015260208735911882015260208160508160025afa1561020357805160251990960195949392611088565b8160018218106111f5575b6001918201821c911c610ffc565b919260208360051b169081526020843591185260206101005160406101005160025afa1561020357610100515192602001916111e7565b909160019082828518100192811c910160011c610f58565b639c486ae160e01b6101005152600452602452604461010051fd5b8b6363b1f89b60e01b6101005152600452602461010051fd5b8a6363b1f89b60e01b6101005152600452602461010051fd5b634e487b7160e01b61010051526012600452602461010051fd5b636fb0a54f60e01b610100515263ffffffff60e05116600452602461010051fd5b634479e19360e11b610100515263ffffffff60e05116600452602452604461010051fd5b34610203576112fe366129f3565b9160018060a01b0316908161010051526101005160205265ffffffffffff600260406101005120015460701c169165ffffffffffff8216918261141a575b5050610100518291505b65ffffffffffff8316151580611411575b156113765761136861137091614601565b926002615932565b91611346565b61137f81612e34565b9161138d6040519384612db3565b818352601f1961139c83612e34565b01610100515b8181106113fa57505061010051905b8282106113c657604051806102928682612ab7565b6113f2816113d5600193614b69565b6113df8588612e8a565b526113ea8487612e8a565b506002615932565b9101906113b1565b602090611405612f40565b828288010152016113a2565b50838110611357565b919250906001600160a01b039060409061143390614b69565b01511603611463576101005152600360205265ffffffffffff600160406101005120015460a01c1682808061133c565b6391cba22560e01b6101005152600452602461010051fd5b34610203576101005136600319011261020357602065ffffffffffff60055416604051908152f35b346102035760e0366003190112610203576040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca602082019081526004356001600160a01b038116908190036102035760408301526024356001600160a01b038116908190036102035760608301526044356001600160401b038116908190036102035760808301526064356001600160801b0381168091036102035760a08301526084356001600160401b038116908190036102035760c083015260a4356001600160401b0381169190829003610203578260429260e0602095015260c435610100820152610100815261159b61012082612db3565b5190206115a6615309565b906040519161190160f01b83526002830152602282015220604051908152f35b346102035760403660031901126102035760206115f26115e46128ad565b6115ec61298a565b90614cc1565b604051908152f35b346102035760203660031901126102035761161b6116166129de565b614c37565b600181015460d081901c60ff161561163d575050602061010051604051908152f35b60209161165263ffffffff6116799316612caf565b60018060a01b0391549060031b1c1661010051526101005183526040610100512090614c75565b6115f2565b34610203576020366003190112610203576101206116ab61169d6129de565b6116a5612f40565b50614b69565b6116b86040518092612a2c565bf35b34610203576080366003190112610203576004356001600160401b038111610203576116ea903690600401612904565b90602435906001600160401b0382116102035761029292611712611732933690600401612934565b9061171b612964565b92611724612977565b9461172d61334c565b61384f565b610100515f5160206159965f395f51905f525d6040519182918261299d565b346102035760403660031901126102035760043560243561177f600254928380821091180283188093612e1a565b9081808210911802189061179282612e34565b916117a06040519384612db3565b8083526117af601f1991612e34565b01610100515b81811061187d575050610100515b825181101561181357806117f76117e46117df60019486612e27565b612caf565b848060a01b0391549060031b1c1661480c565b6118018286612e8a565b5261180c8185612e8a565b50016117c3565b826040518091602082016020835281518091526040830190602060408260051b86010193019161010051905b82821061184e57505050500390f35b9193600191939550602061186d8192603f198a82030186528851612b60565b960192019201859493919261183f565b602090611888612e9e565b828287010152016117b5565b346102035761010051366003190112610203576040516118b381612d46565b61010051815261010051602082015261010051604082015261010051606082015260806101005191015260a06118e761339f565b65ffffffffffff6118f7826147b2565b9181806119247f000000000000000000000000000000000000000000000000000000000000000086612e27565b168163ffffffff6040519461193886612d46565b169586855281608060208701968243168852826040820194168452606081019586520195814216875260405198895251166020880152511660408601525116606084015251166080820152f35b346102035761010051366003190112610203576040516119a481612d2b565b61010051815261010051602082015261010051604082015261010051606082015261010051608082015260a06101005191015260c06040516119e581612d2b565b63ffffffff60018060a01b037f00000000000000000000000000000000000000000000000000000000000000001691828152816020820191817f000000000000000000000000000000000000000000000000000000000000000016835260408101827f00000000000000000000000000000000000000000000000000000000000000001681528260608301917f000000000000000000000000000000000000000000000000000000000000000083528160a06080860195827f00000000000000000000000000000000000000000000000000000000000000001687520196817f0000000000000000000000000000000000000000000000000000000000000000168852604051998a52511660208901525116604087015251606086015251166080840152511660a0820152f35b34610203576101005136600319011261020357611bb8611b517f00000000000000000000000000000000000000000000000000000000000000006152cb565b610292611b7d7f00000000000000000000000000000000000000000000000000000000000000006152cb565b60405190611bc690611b90602084612db3565b6101005183525f368137604051958695600f60f81b875260e0602088015260e0870190612b2e565b908582036040870152612b2e565b904660608501523060808501526101005160a085015283820360c0850152612afb565b3461020357602036600319011261020357611c026128ad565b611c0a61334c565b611c1381614688565b90611c1c61339f565b91611c28838284614720565b60608101805191949160ff16600281111561210f576001190160ff8111610481575b83549560ff8760f01c1660ff83168181118015906120fd575b6120d157039660ff88116104815760ff60f01b191660f09290921b60ff60f01b169190911784556001600160801b0390611c9d8186614785565b516040516332fa79d960e21b81526001600160a01b03968716600160a11b811760048301819052909793909216929091907f000000000000000000000000000000000000000000000000000000000000000016602083602481845afa928315610816576101005193612099575b50610100517f00000000000000000000000000000000000000000000000000000000000000009960ff16939081905b85811061206d575060809a5090611d4f91612e1a565b611d5d600582048092612e1a565b93897fc4965276a1f89f5dc389d08369f5823ad7ff407eea40e33cda41f2207bedfab263ffffffff8a169c8d93604051908152336020820152856040820152886060820152a38061200a575b5082611e5b575b5050505060ff600791511614611dda57610100515f5160206159965f395f51905f525d6101005180f35b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600360c01b178255611e2891600301805463ffffffff60c01b1660e09290921b6001600160e01b031916919091179055565b7f96a79c04dda757828019d11ed4b819f92a4adcb9e30fb051365170359332a7756101005161010051a380808080610757565b80949293943b156102035760405191636864029360e11b8352600483015287600360a01b17602483015283604483015281606481610100519361010051905af1801561081657611fef575b506008850180549093909283611fbf57611ecb611eda9261010051925b60401b613381565b906001600160d01b0316612e27565b926001600160d01b038411611fa15760405192611ef684612d10565b8884526001600160d01b039094166020840190815293600160401b811015611f8757611f2791600182018155612cdb565b611f6b579151825493516001600160f01b031990941663ffffffff919091161760209390931b640100000000600160f01b031692909217905560ff60078780611db0565b634e487b7160e01b610100515261010051600452602461010051fd5b634e487b7160e01b61010051526041600452602461010051fd5b836306dfcc6560e41b610100515260d0600452602452604461010051fd5b5f19840184811161048157611eda92611fdb611ecb9288612cdb565b505460201c6001600160d01b031692611ec3565b61010051611ffc91612db3565b610100516102035787611ea6565b813b1561020357604051633d6c5ae160e21b81526101005160048201859052336024830152604482019290925290818060648101038161010051865af180156108165715611da9576101005161205f91612db3565b610100516102035789611da9565b916120928161207e8e600194612f97565b6127105f1982010484019015150290612e1a565b9201611d39565b9092506020813d6020116120c9575b816120b560209383612db3565b810103126120c557519189611d0a565b5f80fd5b3d91506120a8565b84516101008051637dcb11f160e11b90526001600160a01b038a1660045260ff90911660245251604490fd5b506001600160801b0383511615611c63565b5061010051611c4a565b346102035761010051366003190112610203576020600254604051908152f35b34610203576060366003190112610203576121526128ad565b61215a61298a565b90612163612964565b63ffffffff81811693908116808511801590612245575b61222857506121a16121989462ffffff808460081c16968792612dd4565b60081c16612e1a565b60018101809111610481576121b590612e4b565b6101005190946001600160a01b0390941693905b855181101561221257600190856101005152610100516020526122018585600760406101005120016121fb8588612e27565b9061460f565b61220b8289612e8a565b52016121c9565b6040516020808252819061029290820189612afb565b849063e9739b3360e01b6101005152600452602452604461010051fd5b506201000063ffffffff6122598388612e00565b161161217a565b3461020357610100513660031901126102035760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610203576122ab366129f3565b9160018060a01b0316806101005152600460205265ffffffffffff80604061010051205416921690816123b5575b50506101005181905b65ffffffffffff83161515806123ac575b156123125761230461230c91614601565b926001615932565b916122e2565b61231b81612e34565b916123296040519384612db3565b818352601f1961233883612e34565b01610100515b81811061239557505061010051905b82821061236257604051806102928682612ab7565b61238d81612371600193614b69565b61237b8588612e8a565b526123868487612e8a565b5082615932565b91019061234d565b6020906123a0612f40565b8282880101520161233e565b508381106122f3565b908092506101005152600360205260018060a01b03604061010051205416036114635761010051526003602052604061010051205460d01c82806122d9565b34610203576020366003190112610203576004356001600160a01b036124186145e6565b169081610100515261010051602052600560406101005120018054808311156124715750817f46ec1e242d55a104c3bc85f69355daf4662f00840898c23c41f5258e0b6af2009260209255604051908152a26101005180f35b82637f26ffd560e01b6101005152600452602452604461010051fd5b346102035760203660031901126102035760206124b06124ab6128ad565b61458d565b6040516001600160a01b039091168152f35b346120c5576101203660031901126120c5576004356001600160401b0381116120c5576124f3903690600401612904565b906024356001600160401b0381116120c557612513903690600401612934565b61251b612964565b90612524612977565b9260a03660831901126120c55761253961334c565b604051637e062a3560e11b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031696906020816004818b5afa90811561265d575f9161261b575b5060c43560ff811697916001600160a01b0316908890036120c557803b156120c5575f6117329860e46102929b83604051958694859363d505accf60e01b85523360048601526024850152608435604485015260a43560648501526084840152833560a48401526101043560c48401525af1612606575b5061384f565b5f61261091612db3565b5f6101005288612600565b90506020813d602011612655575b8161263660209383612db3565b810103126120c557516001600160a01b03811681036120c55788612589565b3d9150612629565b6040513d5f823e3d90fd5b346120c55760203660031901126120c5576004355f526008602052602060405f2054604051908152f35b346120c55760603660031901126120c5576126ab6128ad565b6024356001600160401b0381116120c5576126ca9036906004016128d7565b604492919235916126d961334c565b335f525f60205260405f2060ff815460c01c16600581101561289957612886577f00000000000000000000000000000000000000000000000000000000000000008085106128705750805460ff60c01b1916600160c01b17815561275e61273e61339f565b825463ffffffff60c81b191660c89190911b63ffffffff60c81b16178255565b61278c61276c600254613404565b825463ffffffff60a01b191660a09190911b63ffffffff60a01b16178255565b600254600160401b81101561285c57856128188561284a98867fe8daffc84854d4d5bd43bae233965984c66cb2cbfcb1c3c37e34647a202cbb99966127da87600161282a9901600255612caf565b81546001600160a01b0360039290921b91821b1916339182901b179091555f90815260016020526040902080546001600160a01b0319169055613467565b60405194604086526040860191612cf0565b602084018590526001600160a01b0390921692339281900390a3336136ac565b5f5f5160206159965f395f51905f525d005b634e487b7160e01b5f52604160045260245ffd5b846302b4f2ab60e51b5f5260045260245260445ffd5b63a3825d6560e01b5f523360045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b600435906001600160a01b03821682036120c557565b35906001600160a01b03821682036120c557565b9181601f840112156120c5578235916001600160401b0383116120c557602083818601950101116120c557565b9181601f840112156120c5578235916001600160401b0383116120c55760208085019460e085020101116120c557565b9181601f840112156120c5578235916001600160401b0383116120c5576020808501948460051b0101116120c557565b6044359063ffffffff821682036120c557565b6064359063ffffffff821682036120c557565b6024359063ffffffff821682036120c557565b60206040818301928281528451809452019201905f5b8181106129c05750505090565b825165ffffffffffff168452602093840193909201916001016129b3565b6004359065ffffffffffff821682036120c557565b60609060031901126120c5576004356001600160a01b03811681036120c5579060243565ffffffffffff811681036120c5579060443590565b610100809165ffffffffffff815116845260018060a01b03602082015116602085015260018060a01b03604082015116604085015263ffffffff60608201511660608501526001600160601b03608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015260e081015160e085015201511515910152565b60206040818301928281528451809452019201905f5b818110612ada5750505090565b909192602061012082612af06001948851612a2c565b019401929101612acd565b90602080835192838152019201905f5b818110612b185750505090565b8251845260209384019390920191600101612b0b565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600581101561289957602452565b9060018060a01b03825116815260018060a01b036020830151166020820152612b9a60408301516102806040840152610280830190612b2e565b916060810151606083015265ffffffffffff608082015116608083015263ffffffff60a08201511660a083015263ffffffff60c08201511660c08301526001600160801b0360e08201511660e08301526001600160401b03610100820151166101008301526001600160401b036101208201511661012083015261014081015161014083015260ff6101608201511661016083015260ff610180820151166101808301526101a08101516005811015612899576102609182916101a085015263ffffffff6101c0820151166101c085015263ffffffff6101e0820151166101e085015263ffffffff61020082015116610200850152610220810151610220850152610240810151610240850152015191015290565b600254811015612cc75760025f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015612cc7575f5260205f2001905f90565b908060209392818452848401375f828201840152601f01601f1916010190565b604081019081106001600160401b0382111761285c57604052565b60c081019081106001600160401b0382111761285c57604052565b60a081019081106001600160401b0382111761285c57604052565b606081019081106001600160401b0382111761285c57604052565b61012081019081106001600160401b0382111761285c57604052565b608081019081106001600160401b0382111761285c57604052565b90601f801991011681019081106001600160401b0382111761285c57604052565b63ffffffff5f199116019063ffffffff8211612dec57565b634e487b7160e01b5f52601160045260245ffd5b9063ffffffff8091169116039063ffffffff8211612dec57565b91908203918211612dec57565b91908201809211612dec57565b6001600160401b03811161285c5760051b60200190565b90612e5582612e34565b612e626040519182612db3565b8281528092612e73601f1991612e34565b0190602036910137565b805115612cc75760200190565b8051821015612cc75760209160051b010190565b6040519061028082018281106001600160401b0382111761285c576040525f61026083828152826020820152606060408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152826102408201520152565b60405190612f4d82612d7c565b5f610100838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201520152565b35906001600160401b03821682036120c557565b81810292918115918404141715612dec57565b5f90335f525f60205260405f20612fbf61339f565b60ff825460c01c166005811015612899578015613339576004811461331d576001146132c65763ffffffff600283015460501c16806132b4575063ffffffff61304581845460c81c16600385015460e01c908181105f146132ad57505b827f00000000000000000000000000000000000000000000000000000000000000009116614ea4565b1663ffffffff821690808210613298575050815464ffffffffff60c01b191660c89190911b63ffffffff60c81b1617600160c21b17815561308590614ebe565b6040516332fa79d960e21b8152600160a11b3317600482018190527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169190602082602481865afa91821561265d575f92613264575b5081613212575b506040516332fa79d960e21b8152600360a01b331760048201819052909290602084602481855afa9384156132075786946131d3575b5083613163575b5050613134929350612e27565b906040518281527f920bb94eb3842a728db98228c375ff6b00c5bc5a54fac6736155517a0a20a61a60203392a2565b8590823b156131cf57604051633d6c5ae160e21b8152600481019190915233602482015260448101859052918290606490829084905af180156131c4576131ab575b80613127565b6131b6858092612db3565b6131c057836131a5565b8380fd5b6040513d87823e3d90fd5b5080fd5b9093506020813d6020116131ff575b816131ef60209383612db3565b810103126120c55751925f613120565b3d91506131e2565b6040513d88823e3d90fd5b823b156120c557604051633d6c5ae160e21b81526004810191909152336024820152604481018290525f8160648183875af1801561265d57156130ea5761325c9194505f90612db3565b5f925f6130ea565b9091506020813d602011613290575b8161328060209383612db3565b810103126120c55751905f6130e3565b3d9150613273565b63d23a840760e01b5f5260045260245260445ffd5b905061301c565b63ab1927e760e01b5f5260045260245ffd5b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600160c11b1790915590915063ffffffff16337f091a227d6bf245c5e1e92b39c221112473d1e6059f1b6f7c367d9bdd1ab250b95f80a35f90565b63070211fb60e31b5f523360045261333490612b52565b60445ffd5b630beaf00160e31b5f523360045260245ffd5b5f5160206159965f395f51905f525c6133725760015f5160206159965f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b811561338b570490565b634e487b7160e01b5f52601260045260245ffd5b63ffffffff6134006133fb6133d47f000000000000000000000000000000000000000000000000000000000000000043612e1a565b7f000000000000000000000000000000000000000000000000000000000000000090613381565b613404565b1690565b63ffffffff81116134185763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b90600182811c9216801561345d575b602083101461344957565b634e487b7160e01b5f52602260045260245ffd5b91607f169161343e565b6001600160a01b039182165f8181526001602052604090205493959493919290911615801590613628575b8115908115613610575b506135fe57821580156135f4575b6135e1575f81815260016020526040902080546001600160a01b03199081163317909155825416178155600601906001600160401b03811161285c576134f0825461342f565b601f8111613590575b505f601f821160011461353157819293945f92613526575b50508160011b915f199060031b1c1916179055565b013590505f80613511565b601f19821694835f5260205f20915f5b87811061357857508360019596971061355f575b505050811b019055565b01355f19600384901b60f8161c191690555f8080613555565b90926020600181928686013581550194019101613541565b818111156134f957825f5260205f20601f830160051c90602084106135d9575b81601f9101920160051c03905f5b8281106135cc5750506134f9565b5f828201556001016135be565b5f91506135b0565b826325e2e0db60e11b5f5260045260245ffd5b50604083116134aa565b63e90a7c1760e01b5f5260045260245ffd5b90508061361e575b5f61349c565b5033811415613618565b50805f525f60205260ff60405f205460c01c166005811015612899571515613492565b93929093606081019460018060a01b0316815260606020820152825180955260206080820193015f955b8087106136945750506136919394506040818403910152612afb565b90565b90936020806001928751815201950196019590613675565b905f91604080516136bd8282612db3565b60018152601f198201803660208401378251906136da8483612db3565b600182523660208301376001600160a01b03841694600160a11b86176136ff84612e7d565b5261370982612e7d565b527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b156120c557825f9161375c8651948593849363b96f8f3760e01b85526004850161364b565b038183885af180156138215761380a575b50613779602091612e7d565b5160248351809581936332fa79d960e21b835260048301525afa908115613801575083906137c8575b60016001607f1b039150116137b5575050565b63125cd7f160e31b825260045260249150fd5b506020813d6020116137f9575b816137e260209383612db3565b810103126120c55760016001607f1b0390516137a2565b3d91506137d5565b513d85823e3d90fd5b6138179195505f90612db3565b5f9361377961376d565b83513d5f823e3d90fd5b9190811015612cc75760e0020190565b356001600160a01b03811681036120c55790565b959495939291936101605261018052610120525f6101a0526101805115801561457f575b801561456f575b6145525761388661339f565b9061389361018051612e34565b906138a16040519283612db3565b610180518252601f196138b661018051612e34565b0136602084013781956138cb61018051612e4b565b6101c0526138db61018051612e4b565b610140525f5b610180518110613aa957505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b1591506120c590505760405163b96f8f3760e01b81525f8180613948610140516101c051336004850161364b565b0381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1801561265d57613a94575b506101a0515b6101805181106139955750565b6139a2816101c051612e8a565b516040516332fa79d960e21b815260048101919091526020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa8015613a86576101a05190613a4e575b60016001607f1b03915011613a1157600101613988565b613a25613a2a91610180516101605161382b565b61383b565b6101a0805163125cd7f160e31b90526001600160a01b039190911660045251602490fd5b506020813d8211613a7e575b81613a6760209383612db3565b810103126120c55760016001607f1b0390516139fa565b3d9150613a5a565b6040513d6101a051823e3d90fd5b5f613a9e91612db3565b5f6101a0525f613982565b613aba81610180516101605161382b565b61012051821015612cc7578160051b870135601e19883603018112156120c55787016001600160401b038135116120c5578035360360208201136120c55763ffffffff613b08818916614e8c565b16906001600160a01b03613b1b8461383b565b165f525f60205260405f209160ff835460c01c166005811015612899578015614529576001810361450157506001600160a01b03613b5b6020860161383b565b161515806144e3575b6144b757426001600160401b03613b7d60a087016154a2565b16106144905760058301548060c086013510614476575063ffffffff871680159061445a575b8015614436575b614404578063ffffffff8716118015906143e8575b80156143b5575b61437f57506040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca6020820190815292906001600160a01b03613c09866128c3565b1660408201526001600160a01b03613c23602087016128c3565b16606082015260408501936001600160401b03613c3f86612f83565b1660808301526060860135916001600160801b0383168093036120c55760429260a08201526001600160401b03613c7860808901612f83565b1660c08201526001600160401b03613c9260a08901612f83565b1660e082015260c08701356101008201526101008152613cb461012082612db3565b519020613cbf615309565b906040519161190160f01b8352600283015260228201522092835f52600860205260405f205490613d01826001600160401b03613cfb846154a2565b16612e1a565b63ffffffff8a161161434d575090613d24613d48939263ffffffff8a1690612e27565b845f52600860205260405f2055836020833593019160018060a01b0390541661555c565b15614324576001600160a01b03613d5e8361383b565b165f908152602081905260409020906001600160a01b03613d7e8461383b565b6040516332fa79d960e21b81529116600160a11b1760048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561265d575f916142f3575b507f000000000000000000000000000000000000000000000000000000000000000081106142bd5750613e1d613e178984613e128761383b565b614720565b83614785565b6005549265ffffffffffff841665ffffffffffff8114612dec576001019365ffffffffffff85169065ffffffffffff19161760055563ffffffff613e62818b16614e8c565b169061ffff613e85613e8063ffffffff8d1663ffffffff8b16612e00565b612dd4565b16335f52600460205265ffffffffffff60405f20541663ffffffff865460a01c16906001600160601b03613ebb606086016152b7565b1692600288019365ffffffffffff855460701c169160405197613edd89612d7c565b33895260208901526040880152606087019283526080870193845260a087015263ffffffff8c1660c087015260e0860190815263ffffffff8060016101008901945f865265ffffffffffff8d165f52600360205260405f2090828060a01b03838060a01b038c5116166001600160601b0360a01b835416178255613f838460208d015116839081549063ffffffff60a01b9060a01b169063ffffffff60a01b1916179055565b60408b01519082549065ffffffffffff60d01b905160d01b169161ffff60c01b9060c01b1690848060c01b031617178155019451161663ffffffff1984541617835560a08601519083546fffffffffffffffffffffffff0000000063ffffffff60801b60c08a015160801b169265ffffffffffff60a01b905160a01b169360201b1690640100000000600160d01b031916171717825551151581549060ff60d01b9060d01b169060ff60d01b1916179055335f52600460205260405f2065ffffffffffff8088161665ffffffffffff1982541617905563ffffffff815465ffffffffffff60701b8860701b169065ffffffffffff60701b19161780835560501c169063ffffffff8214612dec57805463ffffffff60501b191660019290920160501b63ffffffff60501b169190911790556140d16001600160601b0360a08401511663ffffffff8a16612f97565b6140e361ffff60408501511682612f97565b9460016001607f1b03861161429457600197969492613a25856141618c8e61415a61414e63ffffffff61415365ffffffffffff9f9d9b61414e906141498460206141949f6003019c015116614137836155ed565b614142878b166155ed565b918d615610565b6155ed565b6154b6565b93166155ed565b9184615610565b805460e01c63ffffffff8d16811015614270575080546001600160e01b031660e08d901b6001600160e01b031916179055565b878060a01b038251169163ffffffff60c082015116906001600160601b0360a08201511663ffffffff6141d661ffff6040836020870151169501511684614ea4565b16926040519687526020870152604086015260608501526080840152878060a01b0316917f21314474e57e810a13cd4e8ec7f5fb9995e64fdd5e1ac15d608fe1a23f07c18160a087871692a461422f8461014051612e8a565b521661423b8287612e8a565b52818060a01b03614256613a2583610180516101605161382b565b168260a01b17614269826101c051612e8a565b52016138e1565b9080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b61429d8361383b565b63125cd7f160e31b5f9081526001600160a01b0391909116600452602490fd5b6302b4f2ab60e51b5f526004527f000000000000000000000000000000000000000000000000000000000000000060245260445ffd5b90506020813d821161431c575b8161430d60209383612db3565b810103126120c557515f613dd8565b3d9150614300565b61432d8261383b565b631992f39360e31b5f9081526001600160a01b0391909116600452602490fd5b61436889926001600160401b03613cfb63ffffffff946154a2565b9163167e75e160e11b5f521660045260245260445ffd5b6001600160401b039063ffffffff8761439a608088016154a2565b9263e149204b60e01b5f52600452166024521660445260645ffd5b506143c68163ffffffff8816612e00565b63ffffffff6001600160401b036143df608088016154a2565b16911610613bc6565b5061100063ffffffff6143fd83828a16612e00565b1611613bbf565b6001600160801b038763ffffffff61441e606088016152b7565b9163e039339760e01b5f52166004521660245260445ffd5b506001600160601b036001600160801b03614453606087016152b7565b1611613baa565b506001600160801b0361446f606086016152b7565b1615613ba3565b60c08563047da72760e11b5f52013560045260245260445ffd5b6001600160401b036144a460a086016154a2565b6317fefc0960e11b5f521660045260245ffd5b6144c36020850161383b565b6306c81dd560e11b5f9081526001600160a01b0391909116600452602490fd5b50336001600160a01b036144f96020870161383b565b161415613b64565b6133349061450e8661383b565b63070211fb60e31b5f526001600160a01b0316600452612b52565b6145328561383b565b630beaf00160e31b5f9081526001600160a01b0391909116600452602490fd5b6311378ca360e21b5f52610180516004526101205160245260445ffd5b506101805161012051141561387a565b506101006101805111613873565b6001600160a01b038181165f8181526001602052604090205490911690811590816145c2575b50156145bd575090565b905090565b90505f525f60205260ff60405f205460c01c1660058110156128995715155f6145b3565b6145ef3361458d565b906001600160a01b0382161561333957565b5f198114612dec5760010190565b929092835f5260205263ffffffff60405f20549360081b921682811161466b575b5063ffffffff166101008201808311612dec57811061464e57505090565b60019161465a91612e1a565b1b905f198201918211612dec571690565b9263ffffffff919361467f845f1992612e1a565b1b169290614630565b60018060a01b031690815f525f60205260405f209160ff835460c01c169060058210156128995781156146ea576001821415806146df575b6146c8575050565b63070211fb60e31b5f526004526133349150612b52565b5060028214156146c0565b630beaf00160e31b5f5260045260245ffd5b6040519061470982612d98565b5f6060838281528260208201528260408201520152565b90929161472b6146fc565b506147368185615065565b9363ffffffff60408601511663ffffffff83161161475357505050565b63ffffffff929160036147669201615275565b9063eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b906060906147968160038501614e37565b0151815460ff60e81b191660e89190911b60ff60e81b16179055565b6147e66136919163ffffffff7f00000000000000000000000000000000000000000000000000000000000000009116612f97565b7f0000000000000000000000000000000000000000000000000000000000000000612e27565b90614815612e9e565b9160018060a01b0316805f525f60205260405f209081549160ff8360c01c16906005821015612899578115614b635761484c61339f565b916148578383615065565b8488526001600160a01b03861660208901526040516006840180549297929082905f906148838461342f565b8084529360018116908115614b415750600114614afd575b506148a892500382612db3565b60408901526001830154606089015260028301549065ffffffffffff821660808a015263ffffffff8260301c168060a08b015260c08a01526001600160801b0387511660e08a01526001600160401b036020880151166101008a015260038401926001600160401b0361491b8986614dd3565b166101208b01526040516332fa79d960e21b8152600160a11b881760048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316986020826024818d5afa801561265d578c925f91614ab7575b506005989463ffffffff97946101a08560ff60606149d29b978d99976101408b99015201511661016082015260ff8460f01c16610180820152015260c81c166101c08d015260501c166101e08b0152615275565b1661020087015201546102208501526040516332fa79d960e21b8152600160a01b8217600482015290602082602481865afa801561265d575f90614a84575b602092506102408601526024604051809481936332fa79d960e21b8352600360a01b1760048301525afa90811561265d575f91614a52575b50610260830152565b90506020813d602011614a7c575b81614a6d60209383612db3565b810103126120c557515f614a49565b3d9150614a60565b506020823d602011614aaf575b81614a9e60209383612db3565b810103126120c55760209151614a11565b3d9150614a91565b92505096929491936020823d602011614af5575b81614ad860209383612db3565b810103126120c5579051929691949093909290918b91600561497e565b3d9150614acb565b90505f9291925260205f20905f915b818310614b255750509060206148a8928201015f61489b565b6020919350806001915483858801015201910190918392614b0c565b9050602092506148a894915060ff191682840152151560051b8201015f61489b565b50505050565b614b71612f40565b5060ff614b7d82614c37565b805463ffffffff60018301549281614b96818616612caf565b905460039190911b1c6001600160a01b031693614bcc614bbe614bb885614f01565b94614f1e565b61ffff8360c01c1690612f97565b9465ffffffffffff60405199614be18b612d7c565b16895260018060a01b03821660208a01526040890152818660801c1660608901526001600160601b038660201c16608089015260a01c1660a08701521660c085015260e084015260d01c16151561010082015290565b65ffffffffffff165f8181526003602052604090208054909291906001600160a01b031615614c635750565b639cd0472160e01b5f5260045260245ffd5b614cb56008614cbb9301614caf614c8b84614f1e565b93614ca9614ca363ffffffff835460a01c1692614f01565b846154c6565b926154c6565b90612e1a565b90612f97565b60401c90565b614cca826147b2565b604051639556483760e01b815260048101919091526020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa90811561265d575f91614d83575b50906020925f9263ffffffff604051928684019446865230604086015260018060a01b0316606085015216608083015260a082015260a08152614d6360c082612db3565b604051918291518091835e8101838152039060025afa1561265d575f5190565b9190506020823d602011614db0575b81614d9f60209383612db3565b810103126120c55790516020614d1f565b3d9150614d92565b9190915f8382019384129112908015821691151617612dec57565b90815460e01c9163ffffffff60408301511680931115614e30576136919260016104299263ffffffff80614e176001600160401b03602061046b9901511695614e8c565b16165f520160205260405f205460801c60070b90614db8565b5050505f90565b81518154602084015160409094015163ffffffff60c01b60c09190911b1667ffffffffffffffff60801b60809590951b949094166001600160801b039092166001600160e01b03199091161717919091179055565b63ffffffff60019116019063ffffffff8211612dec57565b9063ffffffff8091169116019063ffffffff8211612dec57565b546001600160a01b039081165f818152600160205260409020549091163314614ee45750565b5f52600160205260405f206001600160601b0360a01b8154169055565b61340063ffffffff91548261ffff8260c01c169160a01c16614ea4565b600161369191015463ffffffff6001600160601b038260201c169160801c16612f97565b9092915f9363ffffffff821663ffffffff821681111561505c57614f6c62ffffff91939293612dd4565b60081c169162ffffff8160081c16935b83851115614f8b575050505050565b909192939561504d615053917e01000100010001000100010001000100010001000100010001000100010001614fc387878c8861460f565b7f55555555555555555555555555555555555555555555555555555555555555558160011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c90612e27565b96614601565b93929190614f7c565b505f9450505050565b9190916150706146fc565b5063ffffffff600282015460301c169060ff815460e81c166040916150936146fc565b506003810154908351946150a686612d98565b6001600160801b038316865260208601966001600160401b038460801c1688528587019363ffffffff8160c01c1685526060880195865260e01c92600463ffffffff8b169101965b63ffffffff8651168281108061526c575b80615263575b1561521d57846001600160401b038c511615159182615212575b505080615204575b6151ea575b63ffffffff8061513e81895116614e8c565b16808852165f528760205260405f206151866104296040519261516084612d10565b5492602084600f0b91828152019360801c60070b84526001600160801b038d5116614db8565b6001600160801b0381116151d35761046b6104296001600160401b0393848f8f6001600160801b036151c2971690525116905160070b90614db8565b168a528015612dec575f19016150ee565b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff87511660ff8114612dec5760010160ff16875261512c565b50600760ff88511610615127565b14159050845f61511f565b50509550979350509093945063ffffffff84511680911115615241575b5050505090565b63ffffffff9281101561525c57505b1690525f80808061523a565b9050615250565b50811515615105565b508581106150ff565b63ffffffff809154928360e01c80838316105f146152af5750925b60c01c169116908181105f146152a95761369191612e00565b50505f90565b905092615290565b356001600160801b03811681036120c55790565b60ff811690601f82116152fa57604051916152e7604084612db3565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614806153fc575b15615364577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526153f660c082612db3565b51902090565b507f0000000000000000000000000000000000000000000000000000000000000000461461533b565b6040519061543282612d61565b5f808352602083015260408051908361050061544e8185612db3565b3684370152565b5f811261545f5790565b635467221960e11b5f5260045260245ffd5b6001600160401b03811161548b576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b356001600160401b03811681036120c55790565b600160ff1b8114612dec575f0390565b905f9063ffffffff835491165b818310615518575050806154f15750505f5b6001600160d01b031690565b5f198101908111612dec5761550591612cdb565b505460201c6001600160d01b03166154e5565b90916155248382612e27565b60011c908263ffffffff6155388488612cdb565b5054161015615555575060018101809111612dec57915b906154d3565b925061554f565b929190833b6155995790615570929161587c565b5060048110156128995715918261558657505090565b6001600160a01b03918216911614919050565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b6001600160ff1b0381116155fe5790565b63123baf0360e11b5f5260045260245ffd5b60019093919293019063ffffffff83165f528160205261565660405f20946040519561563b87612d10565b5495602087600f0b91828152019660801c60070b8752614db8565b9384600f0b948086036156f0575090615672915160070b614db8565b918260070b928084036156d9575063ffffffff906040519461569386612d10565b855260208501938452165f5260205260405f209151906001600160801b038354915160801b6001600160401b0360801b169216906001600160401b0360c01b1617179055565b63327269a760e01b5f52604060045260245260445ffd5b63327269a760e01b5f52608060045260245260445ffd5b91909181519360018501808611612dec5780859185521161583d5784820135938460f81c956028871161582a5761574390876020850152614601565b95868352602681029080820460261490151715612dec57846157659285615850565b602083019160408351940194855196611fe08060406001960151928695019360f31c161681015b8082106157b8575b505050156157a157505252565b8490635186268b60e01b5f5260045260245260445ffd5b90918098945035978860d01c945f1981015f198701101561581b578590038588101599816dffffffffffff00000000000000008c60851b9260901c1617178452859961580d575b50602601916020019061578c565b9850958490039560266157ff565b9850505050505f5f8080615794565b8663115c636160e31b5f5260045260245ffd5b836363b1f89b60e01b5f5260045260245ffd5b50919061585f83928251612e27565b8091521161586a5750565b6363b1f89b60e01b5f5260045260245ffd5b90604183036158a65761589f9250602081013591604082359201355f1a906158b0565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615927579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561265d575f516001600160a01b0381161561591d57905f905f90565b505f906001905f90565b5050505f9160039190565b8060011461597a5760021461595557634e487b7160e01b5f52605160045260245ffd5b65ffffffffffff165f52600360205265ffffffffffff600160405f20015460a01c1690565b5065ffffffffffff165f52600360205260405f205460d01c9056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0060c03461009f57601f6108db38819003918201601f19168301916001600160401b038311848410176100a35780849260209460405283398101031261009f57516001600160a01b038116810361009f576080523360a05260405161082390816100b882396080518181816089015281816102f80152818161061301526106d5015260a05181818160eb015281816101960152818161028e015261052a0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816351cff8d9146105905750806370a082311461055957806380f5560514610515578063b96f8f3714610232578063cbe9e76414610208578063d0c805261461017a578063f5b16b84146100bc5763fc0c546a14610074575f80fd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100b85760603660031901126100b8576024356001600160a01b03811690600435908290036100b8576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101477fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f093856107dc565b845f525f825260405f2061015c828254610778565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100b85760603660031901126100b8576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101f27f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab93856107dc565b845f526001825260405f2061015c828254610778565b346100b85760203660031901126100b8576004355f526001602052602060405f2054604051908152f35b346100b85760603660031901126100b85761024b61070d565b60243567ffffffffffffffff81116100b85761026b903690600401610723565b9160443567ffffffffffffffff81116100b85761028c903690600401610723565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016757808503610506575f946001600160a01b03909316938593909291905b80851061046c576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa9283156103fc575f93610438575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f5114821615610419575b50836040525f6060521561040757826024816020936370a0823160e01b82523060048301525afa80156103fc575f906103c8575b6103a992506107cf565b908082036103b357005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f4575b816103e260209383610799565b810103126100b8576103a9915161039f565b3d91506103d5565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b600182151661042f573b15153d1516168561036b565b843d5f823e3d90fd5b9092506020813d602011610464575b8161045460209383610799565b810103126100b857519185610339565b3d9150610447565b9091929395610489600191610482898688610754565b3590610778565b96610495818587610754565b356104a1828589610754565b355f52826020526104b760405f20918254610778565b9055866104c5828589610754565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104f485898b610754565b35604051908152a301939291906102d8565b6342d7c33560e01b5f5260045ffd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100b85760203660031901126100b8576001600160a01b0361057a61070d565b165f525f602052602060405f2054604051908152f35b346100b85760203660031901126100b8576001600160a01b036105b161070d565b1680158015610704575b80156106d2575b6106c057335f525f60205260405f20549182156106ad578190335f525f6020525f60408120558381527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519163a9059cbb60e01b5f526004528060245260205f60448180875af160015f511481161561068e575b826040521561067057602092508152f35b635274afe760e01b5f9081526001600160a01b038416600452602490fd5b60018115166106a457833b15153d15161661065f565b823d5f823e3d90fd5b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146105c2565b503081146105bb565b600435906001600160a01b03821682036100b857565b9181601f840112156100b85782359167ffffffffffffffff83116100b8576020808501948460051b0101116100b857565b91908110156107645760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161078557565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176107bb57604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161078557565b90815f52600160205260405f205480821161080a57906107fb916107cf565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
