// Generated from contracts/src/StorageMarket.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 22935 bytes deployed.

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

export const storageMarketBytecode = "0x6102608060405234610588578061689e803803809161001e828561058c565b833981010360e081126105885781516001600160a01b03811691908290036105885760c090601f190112610588576040519160c083016001600160401b038111848210176103eb5760405260208101516001600160a01b038116810361058857835261008c604082016105af565b90602084019182526100a0606082016105af565b60408501908152608082015192606086019384526100d360c06100c560a086016105af565b9460808901958652016105af565b9060a08701918252604051936100ea60408661058c565b6005855260208501956421b0b4b93760d91b87526040519861010d60408b61058c565b60018a5260208a0198603160f81b8a52803b1561055a5781516001600160a01b03163b1561052b5763ffffffff8551166002811090811561051f575b506104eb5763ffffffff87511680159081156104e0575b506104ad5782511561047c5763ffffffff8451168015908115610470575b5061043757620f424063ffffffff875116116103ff57604051906108db8083016001600160401b038111848210176103eb576020928492615fc3843981520301905ff09586156103e0576001600160a01b039687166080524360a052905190951660c052915163ffffffff90811660e052935184166101005290516101205251821661014052511661016052610213816105c0565b61022052610220846105c0565b6102405251902091826101e0525190208061020052466101a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261028b60c08261058c565b51902061018052306101c052604051615997908161062c8239608051818181610244015281816107950152818161084801528181610d2901528181611d4f015281816125c7015281816131250152818161374d015281816139320152818161398e01528181613a0101528181613de90152614971015260a0518181816122f90152818161342b015261481c015260c051818181611a720152614d1b015260e05181818161197e01528181611a9f0152818161345201526147f4015261010051818181610e5c0152611ac8015261012051818181611af20152818161277a01528181613e1c015261430d015261014051818181611b1e0152611d90015261016051818181611b4501526130810152610180518161533301526101a051816153f001526101c051816152fd01526101e05181615382015261020051816153a801526102205181611bac01526102405181611bd80152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b6040516302aa8f4160e01b815260206004820152600f60248201526e756e626f6e64696e67526f756e647360881b6044820152606490fd5b6040516302aa8f4160e01b815260206004820152601060248201526f736c6173684261736973506f696e747360801b6044820152606490fd5b6127109150115f61017e565b6040516302aa8f4160e01b81526020600482015260086024820152676d696e5374616b6560c01b6044820152606490fd5b6040516302aa8f4160e01b815260206004820152600a6024820152696368616c6c656e67657360b01b6044820152606490fd5b60209150115f610160565b6040516302aa8f4160e01b815260206004820152600b60248201526a726f756e64426c6f636b7360a81b6044820152606490fd5b6110009150115f610149565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b6040516302aa8f4160e01b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176103eb57604052565b519063ffffffff8216820361058857565b601f8151116105eb5760208151910151602082106105dc571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6102006040526004361015610012575f80fd5b5f610120525f3560e01c80630aeb6b401461271157806312da93d5146126e757806318d6b9581461254157806321338b381461250c578063279d6d2e146124735780632cc65e831461231c5780634cdc9c63146122df57806364f1a3ec146121b857806374c832681461219857806378d97c9414611c6857806384b0196e14611b915780638903573014611a0457806391ddadf414611913578063969915ce146117d0578063ad1e6d3514611739578063b321d1b4146116fd578063b844539114611679578063b9e083bc14611645578063c2cabcb314611522578063cd8227f9146114fa578063dd9879fc1461136f578063e0ffdb3a14610a63578063e9fad8ee14610a23578063eb4f16b514610947578063ef2c8558146105e6578063ef6a6139146102b8578063fbaf094a14610273578063fbfa77cf1461022c5763fdea15be1461015e575f80fd5b346102255760403660031901126102255761017761290f565b6024356001600160401b038111610225577f2df2828fad1bd287eabe27d158420296b464a532a67e51bb8da3aced3343c3a36101ba61021b923690600401612939565b9290936101fc8486836101cc336146bc565b60018060a01b0381541661012051526001602052604061012051206001600160601b0360a01b81541690556134e3565b6040519182916020835260018060a01b03169533956020840191612d52565b0390a36101205180f35b6101205180fd5b346102255761012051366003190112610225576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610225576020366003190112610225576102b46102a061029261290f565b61029a612f00565b50614840565b604051918291602083526020830190612bc2565b0390f35b34610225576040366003190112610225576102d161290f565b6102d96129ec565b9060018060a01b031680610120515261012051602052604061012051209160ff835460c01c1660058110156105cc57156105b357829063ffffffff61031c61341b565b911691610327614730565b50600381019263ffffffff600283015460301c1660ff835460e81c1691604080821091180260401892610358614730565b508554916040519561036987612dfa565b6001600160801b038416875260208701976001600160401b038560801c168952604088019463ffffffff8160c01c1686526060890196875260e01c9963ffffffff83169460048101985b875163ffffffff16878110806105aa575b806105a1575b1561050d57866001600160401b038e511615159182610502575b5050806104f4575b6104da575b63ffffffff80610403818b5116614ec0565b16808a52165f52896020528a61045061044b60405f206001600160801b036040519161042e83612d72565b5494602086600f0b93848152019560801c60070b86525116614dec565b615446565b6001600160801b0381116104bd576001600160801b03168c528c5190516001600160401b03916104929161048d9161044b9160070b908516614dec565b615462565b168c5280156104a3575f19016103b3565b634e487b7160e01b61012051526011600452602461012051fd5b6306dfcc6560e41b61012051526080600452602452604461012051fd5b60ff89511660ff81146104a35760010160ff1689526103f1565b50600760ff8a5116106103ec565b14159050868f6103e4565b5050610577945060408860ff63ffffffff8f6105638f7f475e34f0a7bc4eb58d92263c5dd9c2253ffc3a9d7080619bb53bd8f06c3181d8978e9360209e86865116809261012051501115610585575b50506147b9565b5116915116825191825288820152a2615266565b63ffffffff60405191168152f35b81101561059a5750848c5b1684528e8061055c565b8590610590565b508115156103ca565b508d81106103c4565b50630beaf00160e31b6101205152600452602461012051fd5b634e487b7160e01b61012051526021600452602461012051fd5b34610225576020366003190112610225576105ff612a40565b6106076133c8565b61061081614c6b565b90600182019182549061062863ffffffff8316612d11565b60018060a01b0391549060031b1c169283610120515261012051602052604061012051209461065683614ef2565b9360ff8160d01c166109265760ff875460c01c1660058110156105cc57600314158061090d575b6108e05760ff60d01b1916600160d01b17905560028501805460501c63ffffffff169586156104a357815463ffffffff60501b19165f1990970160501b63ffffffff60501b1696909617905565ffffffffffff9461073d907f06f34ebd072ad4bc4cc1a410a7f681a7628376589d9ff6c235f30349d35c1113906060906107489061074261070a88614f0f565b61072c6107268a549b63ffffffff8d60a01c1660078701614f33565b82612ff9565b96879161ffff8c60c01c1690612ff9565b612e7c565b96614ca9565b604080519485526020850187905284018190526001600160a01b039096169788941692a380610846575b5080610793575b610120515f5160206159775f395f51905f525d6101205180f35b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561022557604051633d6c5ae160e21b815261012051600360a01b90941760048201526001600160a01b03909416602485015260448401919091528290818060648101039161012051905af180156108385761081d575b8080610779565b6101205161082a91612e15565b610120516102255780610816565b6040513d61012051823e3d90fd5b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b1561022557604051633d6c5ae160e21b81526101208051600160a01b871760048401526001600160a01b0388166024840152604483019390935251909283916064918391905af18015610838571561077257610120516108d291612e15565b610120516102255783610772565b63ffffffff85816108ef61341b565b9163f7b8334160e01b61012051521660045216602452604461012051fd5b5061091661341b565b63ffffffff86811691161061067d565b65ffffffffffff836308e0876560e31b610120515216600452602461012051fd5b34610225576020366003190112610225576004356109636133c8565b3361012051526101205160205260ff604061012051205460c01c1660058110156105cc578015610a0a575f1981016109e7575080156109d257610779906040518181527f7c717985ac273e663b7f3050f5b15a4388ff6ed952338954f650e2093e13937f60203392a2336136ed565b636c5a0aa160e11b6101205152600461012051fd5b6101205163070211fb60e31b905233600452610a0290612bb4565b604461012051fd5b630beaf00160e31b610120515233600452602461012051fd5b34610225576101205136600319011261022557610a3e6133c8565b6020610a4861300c565b610120515f5160206159775f395f51905f525d604051908152f35b346102255760803660031901126102255760043561010081905263ffffffff811690036102255760443565ffffffffffff81168103610225576064356001600160401b03811161022557610abb903690600401612939565b60c052610ac66133c8565b610ace61461a565b60a052610adc60a0516146bc565b60805263ffffffff610aec61341b565b6101205150168063ffffffff61010051160361134a575062ffffff6101005160081c166101205152600760805101602052600160ff61010051161b60406101205120541661132857610b466101005160805160a051614754565b60e052610b586101005160a051614cf5565b600160805101549065ffffffffffff6002608051015416916101205150610120519383610e17575b5050505060c0518103610df95750600360805101610ba060e05182614e07565b690ffffffffffffffff0006001600160401b03821691600c1b169080820461100014901517156104a3578065ffffffffffff8416118015610de3575b610db9575060e051610bed91614e6b565b62ffffff6101005160081c16610120515260076080510160205260406101205120600160ff61010051161b815417905560ff60e81b1960805154166080515560ff60f01b196080515416608051556002608051015469ffffffff0000000000006101005160301b169069ffffffff000000000000191617600260805101556024356001608051015565ffffffffffff811665ffffffffffff19600260805101541617600260805101556001600160801b0360e05151169060018060a01b0360a051169165ffffffffffff6040519260243584521660208301526040820152817f9a6a088fdb86cdcb4be805d6af607b404dd95beeba461230499071f81d203826606063ffffffff610100511693a36001600160801b0360e051511680610d2757610120515f5160206159775f395f51905f525d6101205180f35b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156102255760405192633d6c5ae160e21b845280600160a01b1760048501526024840152604483015281606481610120519361012051905af1801561083857610d9e575b80610779565b61012051610dab91612e15565b610120516102255780610d98565b65ffffffffffff83636dc3c8bd60e11b610120515260243560045216602452604452606461012051fd5b506024351565ffffffffffff8416151415610bdc565b63c3ac829760e01b610120515260045260c051602452604461012051fd5b909192935060405193610e2985612dc3565b610120518552610120516020860152610120516040860152610e49615416565b90610e52615416565b610120519091905b7f00000000000000000000000000000000000000000000000000000000000000008110610e9257505050505050505182808080610b80565b602060405181810189815263ffffffff60e01b8460e01b16604083015260248252610ebe604483612e15565b60405191518091835e810190610120518252806101205192039060025afa15610838576101205151821561130e5782908160408b0152066020890152610f08848960c051886156f8565b60408801518851601081018082116104a357808b5260c051106112f357610f33858b60c0518a6156f8565b60408a01518a51909190600481018082116104a357808d5260c051106112f3578089013560e01c6101008101908181116104a35760ff81019182116104a35760408e015190818360081c036112d857505060208d015161012051600883901c825b600182116112b4575050600581901b906001600160fb1b038116036104a357610100810181116104a3578e610100610fd29201908d60c05190615831565b8d518060ff198101116104a3578e51908160ff198201116102255760c051821161022557610100818e926020940390604051938383019160ff19910101843782010190610120518252806101205192039060025afa156108385761012051519160081c6004848d0101915b60018211611261575050604080516020818101948552948d0135851c63ffffffff60c01b16918101919091526028815291905061107b604883612e15565b60405191518091835e810190610120518252806101205192039060025afa15610838576101205151604087810151885160208a01519251939493908c016026840201601f19019260051b82015b8281116111ff57505050506020925060405191838301916001600160801b0319908b013516825260308301526001600160401b0360c01b8460c01b16605083015260388252611118605883612e15565b60405191518091835e810190610120518252806101205192039060025afa156108385761012051516040868101518751602089015192518b9593918b016026830201601f1901929160051b82015b8281116111975750505050500361117f57600101610e5a565b638de4ff8960e01b6101205152600452602461012051fd5b9091939550601f949294190191604083518060011c9260208260051b16850152863560018083161860051b85015260061b168682826080011b9160c0031b17604083015260208260508160025afa156102255781519501936025190191908b95949391611166565b601f9592939495190191604083518060011c9260208260051b16850152863560018083161860051b85015260061b168782826080011b9160c0031b17604083015260208260508160025afa1561022557815196019594936025190192916110c8565b81600182181061127a575b6001918201821c911c61103d565b919260208360051b1652823560018084161860051b5260206101205160406101205160025afa15610225576101205151926020019161126c565b8160018218106112cd575b6001918201821c911c610f94565b6001909201916112bf565b639c486ae160e01b6101205152600452602452604461012051fd5b6363b1f89b60e01b610120515260c051600452602461012051fd5b634e487b7160e01b61012051526012600452602461012051fd5b636fb0a54f60e01b610120515263ffffffff6101005116600452602461012051fd5b634479e19360e11b610120515263ffffffff6101005116600452602452604461012051fd5b346102255761137d36612a55565b9160018060a01b0316908161012051526101205160205265ffffffffffff600260406101205120015460701c169165ffffffffffff82169182611499575b5050610120518291505b65ffffffffffff8316151580611490575b156113f5576113e76113ef91614635565b926002615913565b916113c5565b6113fe81612e96565b9161140c6040519384612e15565b818352601f1961141b83612e96565b01610120515b81811061147957505061012051905b82821061144557604051806102b48682612b19565b61147181611454600193614b9d565b61145e8588612eec565b526114698487612eec565b506002615913565b910190611430565b602090611484612fa2565b82828801015201611421565b508381106113d6565b919250906001600160a01b03906040906114b290614b9d565b015116036114e2576101205152600360205265ffffffffffff600160406101205120015460a01c168280806113bb565b6391cba22560e01b6101205152600452602461012051fd5b34610225576101205136600319011261022557602065ffffffffffff60055416604051908152f35b346102255760e0366003190112610225576040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca602082019081526004356001600160a01b038116908190036102255760408301526024356001600160a01b038116908190036102255760608301526044356001600160401b038116908190036102255760808301526064356001600160801b0381168091036102255760a08301526084356001600160401b038116908190036102255760c083015260a4356001600160401b0381169190829003610225578260429260e0602095015260c435610100820152610100815261161a61012082612e15565b5190206116256152fa565b906040519161190160f01b83526002830152602282015220604051908152f35b3461022557604036600319011261022557602061167161166361290f565b61166b6129ec565b90614cf5565b604051908152f35b346102255760203660031901126102255761169a611695612a40565b614c6b565b600181015460d081901c60ff16156116bc575050602061012051604051908152f35b6020916116d163ffffffff6116f89316612d11565b60018060a01b0391549060031b1c1661012051526101205183526040610120512090614ca9565b611671565b346102255760203660031901126102255761012061172a61171c612a40565b611724612fa2565b50614b9d565b6117376040518092612a8e565bf35b34610225576080366003190112610225576004356001600160401b03811161022557611769903690600401612966565b90602435906001600160401b038211610225576102b4926117916117b1933690600401612996565b9061179a6129c6565b926117a36129d9565b946117ac6133c8565b613890565b610120515f5160206159775f395f51905f525d604051918291826129ff565b34610225576040366003190112610225576004356024356117fe600254928380821091180283188093612e7c565b9081808210911802189061181182612e96565b9161181f6040519384612e15565b80835261182e601f1991612e96565b01610120515b8181106118fc575050610120515b8251811015611892578061187661186361185e60019486612e89565b612d11565b848060a01b0391549060031b1c16614840565b6118808286612eec565b5261188b8185612eec565b5001611842565b826040518091602082016020835281518091526040830190602060408260051b86010193019161012051905b8282106118cd57505050500390f35b919360019193955060206118ec8192603f198a82030186528851612bc2565b96019201920185949391926118be565b602090611907612f00565b82828701015201611834565b3461022557610120513660031901126102255760405161193281612da8565b61012051815261012051602082015261012051604082015261012051606082015260806101205191015260a061196661341b565b65ffffffffffff611976826147e6565b9181806119a37f000000000000000000000000000000000000000000000000000000000000000086612e89565b168163ffffffff604051946119b786612da8565b169586855281608060208701968243168852826040820194168452606081019586520195814216875260405198895251166020880152511660408601525116606084015251166080820152f35b34610225576101205136600319011261022557604051611a2381612d8d565b61012051815261012051602082015261012051604082015261012051606082015261012051608082015260a06101205191015260c0604051611a6481612d8d565b63ffffffff60018060a01b037f00000000000000000000000000000000000000000000000000000000000000001691828152816020820191817f000000000000000000000000000000000000000000000000000000000000000016835260408101827f00000000000000000000000000000000000000000000000000000000000000001681528260608301917f000000000000000000000000000000000000000000000000000000000000000083528160a06080860195827f00000000000000000000000000000000000000000000000000000000000000001687520196817f0000000000000000000000000000000000000000000000000000000000000000168852604051998a52511660208901525116604087015251606086015251166080840152511660a0820152f35b34610225576101205136600319011261022557611c37611bd07f00000000000000000000000000000000000000000000000000000000000000006152bc565b6102b4611bfc7f00000000000000000000000000000000000000000000000000000000000000006152bc565b60405190611c4590611c0f602084612e15565b6101205183525f368137604051958695600f60f81b875260e0602088015260e0870190612b90565b908582036040870152612b90565b904660608501523060808501526101205160a085015283820360c0850152612b5d565b3461022557602036600319011261022557611c8161290f565b611c896133c8565b611c92816146bc565b90611c9b61341b565b91611ca7838284614754565b60608101805191949160ff16600281111561218e576001190160ff81116104a3575b60ff845460f01c1660ff821681811180159061217c575b61215057039560ff87116104a357845460ff60f01b191660f09290921b60ff60f01b169190911784556001600160801b0390611d1c81866147b9565b516040516332fa79d960e21b81526001600160a01b03968716600160a11b811760048301819052909793909216929091907f000000000000000000000000000000000000000000000000000000000000000016602083602481845afa928315610838576101205193612118575b50610120517f00000000000000000000000000000000000000000000000000000000000000009960ff16939081905b8581106120ec575060809a5090611dce91612e7c565b611ddc600582048092612e7c565b93897fc4965276a1f89f5dc389d08369f5823ad7ff407eea40e33cda41f2207bedfab263ffffffff8a169c8d93604051908152336020820152856040820152886060820152a380612089575b5082611eda575b5050505060ff600791511614611e5957610120515f5160206159775f395f51905f525d6101205180f35b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600360c01b178255611ea791600301805463ffffffff60c01b1660e09290921b6001600160e01b031916919091179055565b7f96a79c04dda757828019d11ed4b819f92a4adcb9e30fb051365170359332a7756101205161012051a380808080610779565b80949293943b156102255760405191636864029360e11b8352600483015287600360a01b17602483015283604483015281606481610120519361012051905af180156108385761206e575b50600885018054909390928361203e57611f4a611f599261012051925b60401b6133fd565b906001600160d01b0316612e89565b926001600160d01b0384116120205760405192611f7584612d72565b8884526001600160d01b039094166020840190815293600160401b81101561200657611fa691600182018155612d3d565b611fea579151825493516001600160f01b031990941663ffffffff919091161760209390931b640100000000600160f01b031692909217905560ff60078780611e2f565b634e487b7160e01b610120515261012051600452602461012051fd5b634e487b7160e01b61012051526041600452602461012051fd5b836306dfcc6560e41b610120515260d0600452602452604461012051fd5b5f1984018481116104a357611f599261205a611f4a9288612d3d565b505460201c6001600160d01b031692611f42565b6101205161207b91612e15565b610120516102255787611f25565b813b1561022557604051633d6c5ae160e21b81526101205160048201859052336024830152604482019290925290818060648101038161012051865af180156108385715611e2857610120516120de91612e15565b610120516102255789611e28565b91612111816120fd8e600194612ff9565b6127105f1982010484019015150290612e7c565b9201611db8565b9092506020813d602011612148575b8161213460209383612e15565b8101031261214457519189611d89565b5f80fd5b3d9150612127565b83516101208051637dcb11f160e11b90526001600160a01b03891660045260ff90911660245251604490fd5b506001600160801b0388511615611ce0565b5061012051611cc9565b346102255761012051366003190112610225576020600254604051908152f35b34610225576060366003190112610225576121d161290f565b6121d96129ec565b906121e26129c6565b63ffffffff818116939081168085118015906122c4575b6122a757506122206122179462ffffff808460081c16968792612e36565b60081c16612e7c565b600181018091116104a35761223490612ead565b6101205190946001600160a01b0390941693905b8551811015612291576001908561012051526101205160205261228085856007604061012051200161227a8588612e89565b90614643565b61228a8289612eec565b5201612248565b604051602080825281906102b490820189612b5d565b849063e9739b3360e01b6101205152600452602452604461012051fd5b506201000063ffffffff6122d88388612e62565b16116121f9565b3461022557610120513660031901126102255760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346102255761232a36612a55565b9160018060a01b0316806101205152600460205265ffffffffffff8060406101205120541692169081612434575b50506101205181905b65ffffffffffff831615158061242b575b156123915761238361238b91614635565b926001615913565b91612361565b61239a81612e96565b916123a86040519384612e15565b818352601f196123b783612e96565b01610120515b81811061241457505061012051905b8282106123e157604051806102b48682612b19565b61240c816123f0600193614b9d565b6123fa8588612eec565b526124058487612eec565b5082615913565b9101906123cc565b60209061241f612fa2565b828288010152016123bd565b50838110612372565b908092506101205152600360205260018060a01b03604061012051205416036114e25761012051526003602052604061012051205460d01c8280612358565b34610225576020366003190112610225576004356001600160a01b0361249761461a565b169081610120515261012051602052600560406101205120018054808311156124f05750817f46ec1e242d55a104c3bc85f69355daf4662f00840898c23c41f5258e0b6af2009260209255604051908152a26101205180f35b82637f26ffd560e01b6101205152600452602452604461012051fd5b3461022557602036600319011261022557602061252f61252a61290f565b6145ce565b6040516001600160a01b039091168152f35b3461214457610120366003190112612144576004356001600160401b03811161214457612572903690600401612966565b906024356001600160401b03811161214457612592903690600401612996565b61259a6129c6565b906125a36129d9565b9260a0366083190112612144576125b86133c8565b604051637e062a3560e11b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031696906020816004818b5afa9081156126dc575f9161269a575b5060c43560ff811697916001600160a01b03169088900361214457803b15612144575f6117b19860e46102b49b83604051958694859363d505accf60e01b85523360048601526024850152608435604485015260a43560648501526084840152833560a48401526101043560c48401525af1612685575b50613890565b5f61268f91612e15565b5f610120528861267f565b90506020813d6020116126d4575b816126b560209383612e15565b8101031261214457516001600160a01b03811681036121445788612608565b3d91506126a8565b6040513d5f823e3d90fd5b34612144576020366003190112612144576004355f526008602052602060405f2054604051908152f35b346121445760603660031901126121445761272a61290f565b6024356001600160401b03811161214457612749903690600401612939565b604492919235916127586133c8565b335f525f60205260405f2060ff815460c01c1660058110156128fb576128e8577f00000000000000000000000000000000000000000000000000000000000000008085106128d25750805460ff60c01b1916600160c01b1781556127dd6127bd61341b565b825463ffffffff60c81b191660c89190911b63ffffffff60c81b16178255565b61280b6127eb600254613480565b825463ffffffff60a01b191660a09190911b63ffffffff60a01b16178255565b600254600160401b8110156128be578561287a856128ac98867fe8daffc84854d4d5bd43bae233965984c66cb2cbfcb1c3c37e34647a202cbb999661285987600161288c9901600255612d11565b81546001600160a01b0360039290921b91821b19163390911b1790556134e3565b60405194604086526040860191612d52565b602084018590526001600160a01b0390921692339281900390a3336136ed565b5f5f5160206159775f395f51905f525d005b634e487b7160e01b5f52604160045260245ffd5b846302b4f2ab60e51b5f5260045260245260445ffd5b63a3825d6560e01b5f523360045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b600435906001600160a01b038216820361214457565b35906001600160a01b038216820361214457565b9181601f84011215612144578235916001600160401b038311612144576020838186019501011161214457565b9181601f84011215612144578235916001600160401b0383116121445760208085019460e0850201011161214457565b9181601f84011215612144578235916001600160401b038311612144576020808501948460051b01011161214457565b6044359063ffffffff8216820361214457565b6064359063ffffffff8216820361214457565b6024359063ffffffff8216820361214457565b60206040818301928281528451809452019201905f5b818110612a225750505090565b825165ffffffffffff16845260209384019390920191600101612a15565b6004359065ffffffffffff8216820361214457565b6060906003190112612144576004356001600160a01b0381168103612144579060243565ffffffffffff81168103612144579060443590565b610100809165ffffffffffff815116845260018060a01b03602082015116602085015260018060a01b03604082015116604085015263ffffffff60608201511660608501526001600160601b03608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015260e081015160e085015201511515910152565b60206040818301928281528451809452019201905f5b818110612b3c5750505090565b909192602061012082612b526001948851612a8e565b019401929101612b2f565b90602080835192838152019201905f5b818110612b7a5750505090565b8251845260209384019390920191600101612b6d565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b60058110156128fb57602452565b9060018060a01b03825116815260018060a01b036020830151166020820152612bfc60408301516102806040840152610280830190612b90565b916060810151606083015265ffffffffffff608082015116608083015263ffffffff60a08201511660a083015263ffffffff60c08201511660c08301526001600160801b0360e08201511660e08301526001600160401b03610100820151166101008301526001600160401b036101208201511661012083015261014081015161014083015260ff6101608201511661016083015260ff610180820151166101808301526101a081015160058110156128fb576102609182916101a085015263ffffffff6101c0820151166101c085015263ffffffff6101e0820151166101e085015263ffffffff61020082015116610200850152610220810151610220850152610240810151610240850152015191015290565b600254811015612d295760025f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015612d29575f5260205f2001905f90565b908060209392818452848401375f828201840152601f01601f1916010190565b604081019081106001600160401b038211176128be57604052565b60c081019081106001600160401b038211176128be57604052565b60a081019081106001600160401b038211176128be57604052565b606081019081106001600160401b038211176128be57604052565b61012081019081106001600160401b038211176128be57604052565b608081019081106001600160401b038211176128be57604052565b90601f801991011681019081106001600160401b038211176128be57604052565b63ffffffff5f199116019063ffffffff8211612e4e57565b634e487b7160e01b5f52601160045260245ffd5b9063ffffffff8091169116039063ffffffff8211612e4e57565b91908203918211612e4e57565b91908201809211612e4e57565b6001600160401b0381116128be5760051b60200190565b90612eb782612e96565b612ec46040519182612e15565b8281528092612ed5601f1991612e96565b0190602036910137565b805115612d295760200190565b8051821015612d295760209160051b010190565b6040519061028082018281106001600160401b038211176128be576040525f61026083828152826020820152606060408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152826102408201520152565b60405190612faf82612dde565b5f610100838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201520152565b35906001600160401b038216820361214457565b81810292918115918404141715612e4e57565b5f90335f525f60205260405f2061302161341b565b60ff825460c01c1660058110156128fb5780156133b55760048114613399576001146133425763ffffffff600283015460501c1680613330575063ffffffff6130a781845460c81c16600385015460e01c908181105f1461332957505b827f00000000000000000000000000000000000000000000000000000000000000009116614ed8565b1663ffffffff821690808210613314575050815464ffffffffff60c01b191660c89190911b63ffffffff60c81b1617600160c21b178155546001600160a01b039081165f9081526001602090815260409182902080546001600160a01b031916905590516332fa79d960e21b8152600160a11b3317600482018190527f000000000000000000000000000000000000000000000000000000000000000090931692909182602481865afa9182156126dc575f926132e0575b508161328e575b506040516332fa79d960e21b8152600360a01b331760048201819052909290602084602481855afa93841561328357869461324f575b50836131df575b50506131b0929350612e89565b906040518281527f920bb94eb3842a728db98228c375ff6b00c5bc5a54fac6736155517a0a20a61a60203392a2565b8590823b1561324b57604051633d6c5ae160e21b8152600481019190915233602482015260448101859052918290606490829084905af1801561324057613227575b806131a3565b613232858092612e15565b61323c5783613221565b8380fd5b6040513d87823e3d90fd5b5080fd5b9093506020813d60201161327b575b8161326b60209383612e15565b810103126121445751925f61319c565b3d915061325e565b6040513d88823e3d90fd5b823b1561214457604051633d6c5ae160e21b81526004810191909152336024820152604481018290525f8160648183875af180156126dc5715613166576132d89194505f90612e15565b5f925f613166565b9091506020813d60201161330c575b816132fc60209383612e15565b810103126121445751905f61315f565b3d91506132ef565b63d23a840760e01b5f5260045260245260445ffd5b905061307e565b63ab1927e760e01b5f5260045260245ffd5b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600160c11b1790915590915063ffffffff16337f091a227d6bf245c5e1e92b39c221112473d1e6059f1b6f7c367d9bdd1ab250b95f80a35f90565b63070211fb60e31b5f52336004526133b090612bb4565b60445ffd5b630beaf00160e31b5f523360045260245ffd5b5f5160206159775f395f51905f525c6133ee5760015f5160206159775f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b8115613407570490565b634e487b7160e01b5f52601260045260245ffd5b63ffffffff61347c6134776134507f000000000000000000000000000000000000000000000000000000000000000043612e7c565b7f0000000000000000000000000000000000000000000000000000000000000000906133fd565b613480565b1690565b63ffffffff81116134945763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b90600182811c921680156134d9575b60208310146134c557565b634e487b7160e01b5f52602260045260245ffd5b91607f16916134ba565b91939291906001600160a01b03168015801561366d575b61365b5782158015613651575b61363e575f81815260016020526040902080546001600160a01b03199081163317909155825416178155600601906001600160401b0381116128be5761354d82546134ab565b601f81116135ed575b505f601f821160011461358e57819293945f92613583575b50508160011b915f199060031b1c1916179055565b013590505f8061356e565b601f19821694835f5260205f20915f5b8781106135d55750836001959697106135bc575b505050811b019055565b01355f19600384901b60f8161c191690555f80806135b2565b9092602060018192868601358155019401910161359e565b8181111561355657825f5260205f20601f830160051c9060208410613636575b81601f9101920160051c03905f5b828110613629575050613556565b5f8282015560010161361b565b5f915061360d565b826325e2e0db60e11b5f5260045260245ffd5b5060408311613507565b63e90a7c1760e01b5f5260045260245ffd5b505f818152600160205260409020546001600160a01b031615156134fa565b93929093606081019460018060a01b0316815260606020820152825180955260206080820193015f955b8087106136d55750506136d29394506040818403910152612b5d565b90565b909360208060019287518152019501960195906136b6565b905f91604080516136fe8282612e15565b60018152601f1982018036602084013782519061371b8483612e15565b600182523660208301376001600160a01b03841694600160a11b861761374084612edf565b5261374a82612edf565b527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693843b1561214457825f9161379d8651948593849363b96f8f3760e01b85526004850161368c565b038183885af180156138625761384b575b506137ba602091612edf565b5160248351809581936332fa79d960e21b835260048301525afa90811561384257508390613809575b60016001607f1b039150116137f6575050565b63125cd7f160e31b825260045260249150fd5b506020813d60201161383a575b8161382360209383612e15565b810103126121445760016001607f1b0390516137e3565b3d9150613816565b513d85823e3d90fd5b6138589195505f90612e15565b5f936137ba6137ae565b83513d5f823e3d90fd5b9190811015612d295760e0020190565b356001600160a01b03811681036121445790565b95949593929193610180526101a052610140525f6101c0526101a0511580156145c0575b80156145b0575b614593576138c761341b565b906138d46101a051612e96565b906138e26040519283612e15565b6101a0518252601f196138f76101a051612e96565b01366020840137819561390c6101a051612ead565b6101e05261391c6101a051612ead565b610160525f5b6101a0518110613aea57505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163b15915061214490505760405163b96f8f3760e01b81525f8180613989610160516101e051336004850161368c565b0381837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af180156126dc57613ad5575b506101c0515b6101a05181106139d65750565b6139e3816101e051612eec565b516040516332fa79d960e21b815260048101919091526020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa8015613ac7576101c05190613a8f575b60016001607f1b03915011613a52576001016139c9565b613a66613a6b916101a0516101805161386c565b61387c565b6101c0805163125cd7f160e31b90526001600160a01b039190911660045251602490fd5b506020813d8211613abf575b81613aa860209383612e15565b810103126121445760016001607f1b039051613a3b565b3d9150613a9b565b6040513d6101c051823e3d90fd5b5f613adf91612e15565b5f6101c0525f6139c3565b613afb816101a0516101805161386c565b61014051821015612d29578160051b870135601e19883603018112156121445787016001600160401b03813511612144578035360360208201136121445763ffffffff613b49818916614ec0565b16906001600160a01b03613b5c8461387c565b165f525f60205260405f209160ff835460c01c1660058110156128fb57801561456a576001810361454257506001600160a01b03613b9c6020860161387c565b16151580614524575b6144f857426001600160401b03613bbe60a08701615493565b16106144d15760058301548060c0860135106144b7575063ffffffff871680159061449b575b8015614477575b614445578063ffffffff871611801590614429575b80156143f6575b6143c057506040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca6020820190815292906001600160a01b03613c4a86612925565b1660408201526001600160a01b03613c6460208701612925565b16606082015260408501936001600160401b03613c8086612fe5565b1660808301526060860135916001600160801b0383168093036121445760429260a08201526001600160401b03613cb960808901612fe5565b1660c08201526001600160401b03613cd360a08901612fe5565b1660e082015260c08701356101008201526101008152613cf561012082612e15565b519020613d006152fa565b906040519161190160f01b8352600283015260228201522092835f52600860205260405f205490613d42826001600160401b03613d3c84615493565b16612e7c565b63ffffffff8a161161438e575090613d65613d89939263ffffffff8a1690612e89565b845f52600860205260405f2055836020833593019160018060a01b0390541661554d565b15614365576001600160a01b03613d9f8361387c565b165f908152602081905260409020906001600160a01b03613dbf8461387c565b6040516332fa79d960e21b81529116600160a11b1760048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156126dc575f91614334575b507f000000000000000000000000000000000000000000000000000000000000000081106142fe5750613e5e613e588984613e538761387c565b614754565b836147b9565b6005549265ffffffffffff841665ffffffffffff8114612e4e576001019365ffffffffffff85169065ffffffffffff19161760055563ffffffff613ea3818b16614ec0565b169061ffff613ec6613ec163ffffffff8d1663ffffffff8b16612e62565b612e36565b16335f52600460205265ffffffffffff60405f20541663ffffffff865460a01c16906001600160601b03613efc606086016152a8565b1692600288019365ffffffffffff855460701c169160405197613f1e89612dde565b33895260208901526040880152606087019283526080870193845260a087015263ffffffff8c1660c087015260e0860190815263ffffffff8060016101008901945f865265ffffffffffff8d165f52600360205260405f2090828060a01b03838060a01b038c5116166001600160601b0360a01b835416178255613fc48460208d015116839081549063ffffffff60a01b9060a01b169063ffffffff60a01b1916179055565b60408b01519082549065ffffffffffff60d01b905160d01b169161ffff60c01b9060c01b1690848060c01b031617178155019451161663ffffffff1984541617835560a08601519083546fffffffffffffffffffffffff0000000063ffffffff60801b60c08a015160801b169265ffffffffffff60a01b905160a01b169360201b1690640100000000600160d01b031916171717825551151581549060ff60d01b9060d01b169060ff60d01b1916179055335f52600460205260405f2065ffffffffffff8088161665ffffffffffff1982541617905563ffffffff815465ffffffffffff60701b8860701b169065ffffffffffff60701b19161780835560501c169063ffffffff8214612e4e57805463ffffffff60501b191660019290920160501b63ffffffff60501b169190911790556141126001600160601b0360a08401511663ffffffff8a16612ff9565b61412461ffff60408501511682612ff9565b9460016001607f1b0386116142d557600197969492613a66856141a28c8e61419b61418f63ffffffff61419465ffffffffffff9f9d9b61418f9061418a8460206141d59f6003019c015116614178836155de565b614183878b166155de565b918d615601565b6155de565b6154a7565b93166155de565b9184615601565b805460e01c63ffffffff8d168110156142b1575080546001600160e01b031660e08d901b6001600160e01b031916179055565b878060a01b038251169163ffffffff60c082015116906001600160601b0360a08201511663ffffffff61421761ffff6040836020870151169501511684614ed8565b16926040519687526020870152604086015260608501526080840152878060a01b0316917f21314474e57e810a13cd4e8ec7f5fb9995e64fdd5e1ac15d608fe1a23f07c18160a087871692a46142708461016051612eec565b521661427c8287612eec565b52818060a01b03614297613a66836101a0516101805161386c565b168260a01b176142aa826101e051612eec565b5201613922565b9080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b6142de8361387c565b63125cd7f160e31b5f9081526001600160a01b0391909116600452602490fd5b6302b4f2ab60e51b5f526004527f000000000000000000000000000000000000000000000000000000000000000060245260445ffd5b90506020813d821161435d575b8161434e60209383612e15565b8101031261214457515f613e19565b3d9150614341565b61436e8261387c565b631992f39360e31b5f9081526001600160a01b0391909116600452602490fd5b6143a989926001600160401b03613d3c63ffffffff94615493565b9163167e75e160e11b5f521660045260245260445ffd5b6001600160401b039063ffffffff876143db60808801615493565b9263e149204b60e01b5f52600452166024521660445260645ffd5b506144078163ffffffff8816612e62565b63ffffffff6001600160401b0361442060808801615493565b16911610613c07565b5061100063ffffffff61443e83828a16612e62565b1611613c00565b6001600160801b038763ffffffff61445f606088016152a8565b9163e039339760e01b5f52166004521660245260445ffd5b506001600160601b036001600160801b03614494606087016152a8565b1611613beb565b506001600160801b036144b0606086016152a8565b1615613be4565b60c08563047da72760e11b5f52013560045260245260445ffd5b6001600160401b036144e560a08601615493565b6317fefc0960e11b5f521660045260245ffd5b6145046020850161387c565b6306c81dd560e11b5f9081526001600160a01b0391909116600452602490fd5b50336001600160a01b0361453a6020870161387c565b161415613ba5565b6133b09061454f8661387c565b63070211fb60e31b5f526001600160a01b0316600452612bb4565b6145738561387c565b630beaf00160e31b5f9081526001600160a01b0391909116600452602490fd5b6311378ca360e21b5f526101a0516004526101405160245260445ffd5b506101a0516101405114156138bb565b506101006101a051116138b4565b6001600160a01b0381165f8181526020819052604090205460c01c60ff1660058110156128fb57156145fe575090565b5f908152600160205260409020546001600160a01b0316919050565b614623336145ce565b906001600160a01b038216156133b557565b5f198114612e4e5760010190565b929092835f5260205263ffffffff60405f20549360081b921682811161469f575b5063ffffffff166101008201808311612e4e57811061468257505090565b60019161468e91612e7c565b1b905f198201918211612e4e571690565b9263ffffffff91936146b3845f1992612e7c565b1b169290614664565b60018060a01b031690815f525f60205260405f209160ff835460c01c169060058210156128fb57811561471e57600182141580614713575b6146fc575050565b63070211fb60e31b5f526004526133b09150612bb4565b5060028214156146f4565b630beaf00160e31b5f5260045260245ffd5b6040519061473d82612dfa565b5f6060838281528260208201528260408201520152565b90929161475f614730565b5061476a8185615056565b9363ffffffff60408601511663ffffffff83161161478757505050565b63ffffffff9291600361479a9201615266565b9063eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b906060906147ca8160038501614e6b565b0151815460ff60e81b191660e89190911b60ff60e81b16179055565b61481a6136d29163ffffffff7f00000000000000000000000000000000000000000000000000000000000000009116612ff9565b7f0000000000000000000000000000000000000000000000000000000000000000612e89565b90614849612f00565b9160018060a01b0316805f525f60205260405f209081549160ff8360c01c169060058210156128fb578115614b975761488061341b565b9161488b8383615056565b8488526001600160a01b03861660208901526040516006840180549297929082905f906148b7846134ab565b8084529360018116908115614b755750600114614b31575b506148dc92500382612e15565b60408901526001830154606089015260028301549065ffffffffffff821660808a015263ffffffff8260301c168060a08b015260c08a01526001600160801b0387511660e08a01526001600160401b036020880151166101008a015260038401926001600160401b0361494f8986614e07565b166101208b01526040516332fa79d960e21b8152600160a11b881760048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316986020826024818d5afa80156126dc578c925f91614aeb575b506005989463ffffffff97946101a08560ff6060614a069b978d99976101408b99015201511661016082015260ff8460f01c16610180820152015260c81c166101c08d015260501c166101e08b0152615266565b1661020087015201546102208501526040516332fa79d960e21b8152600160a01b8217600482015290602082602481865afa80156126dc575f90614ab8575b602092506102408601526024604051809481936332fa79d960e21b8352600360a01b1760048301525afa9081156126dc575f91614a86575b50610260830152565b90506020813d602011614ab0575b81614aa160209383612e15565b8101031261214457515f614a7d565b3d9150614a94565b506020823d602011614ae3575b81614ad260209383612e15565b810103126121445760209151614a45565b3d9150614ac5565b92505096929491936020823d602011614b29575b81614b0c60209383612e15565b81010312612144579051929691949093909290918b9160056149b2565b3d9150614aff565b90505f9291925260205f20905f915b818310614b595750509060206148dc928201015f6148cf565b6020919350806001915483858801015201910190918392614b40565b9050602092506148dc94915060ff191682840152151560051b8201015f6148cf565b50505050565b614ba5612fa2565b5060ff614bb182614c6b565b805463ffffffff60018301549281614bca818616612d11565b905460039190911b1c6001600160a01b031693614c00614bf2614bec85614ef2565b94614f0f565b61ffff8360c01c1690612ff9565b9465ffffffffffff60405199614c158b612dde565b16895260018060a01b03821660208a01526040890152818660801c1660608901526001600160601b038660201c16608089015260a01c1660a08701521660c085015260e084015260d01c16151561010082015290565b65ffffffffffff165f8181526003602052604090208054909291906001600160a01b031615614c975750565b639cd0472160e01b5f5260045260245ffd5b614ce96008614cef9301614ce3614cbf84614f0f565b93614cdd614cd763ffffffff835460a01c1692614ef2565b846154b7565b926154b7565b90612e7c565b90612ff9565b60401c90565b614cfe826147e6565b604051639556483760e01b815260048101919091526020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156126dc575f91614db7575b50906020925f9263ffffffff604051928684019446865230604086015260018060a01b0316606085015216608083015260a082015260a08152614d9760c082612e15565b604051918291518091835e8101838152039060025afa156126dc575f5190565b9190506020823d602011614de4575b81614dd360209383612e15565b810103126121445790516020614d53565b3d9150614dc6565b9190915f8382019384129112908015821691151617612e4e57565b90815460e01c9163ffffffff60408301511680931115614e64576136d292600161044b9263ffffffff80614e4b6001600160401b03602061048d9901511695614ec0565b16165f520160205260405f205460801c60070b90614dec565b5050505f90565b81518154602084015160409094015163ffffffff60c01b60c09190911b1667ffffffffffffffff60801b60809590951b949094166001600160801b039092166001600160e01b03199091161717919091179055565b63ffffffff60019116019063ffffffff8211612e4e57565b9063ffffffff8091169116019063ffffffff8211612e4e57565b61347c63ffffffff91548261ffff8260c01c169160a01c16614ed8565b60016136d291015463ffffffff6001600160601b038260201c169160801c16612ff9565b9092915f9363ffffffff821663ffffffff821681111561504d57614f5d62ffffff91939293612e36565b60081c169162ffffff8160081c16935b83851115614f7c575050505050565b909192939561503e615044917e01000100010001000100010001000100010001000100010001000100010001614fb487878c88614643565b7f55555555555555555555555555555555555555555555555555555555555555558160011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c90612e89565b96614635565b93929190614f6d565b505f9450505050565b919091615061614730565b5063ffffffff600282015460301c169060ff815460e81c16604091615084614730565b5060038101549083519461509786612dfa565b6001600160801b038316865260208601966001600160401b038460801c1688528587019363ffffffff8160c01c1685526060880195865260e01c92600463ffffffff8b169101965b63ffffffff8651168281108061525d575b80615254575b1561520e57846001600160401b038c511615159182615203575b5050806151f5575b6151db575b63ffffffff8061512f81895116614ec0565b16808852165f528760205260405f2061517761044b6040519261515184612d72565b5492602084600f0b91828152019360801c60070b84526001600160801b038d5116614dec565b6001600160801b0381116151c45761048d61044b6001600160401b0393848f8f6001600160801b036151b3971690525116905160070b90614dec565b168a528015612e4e575f19016150df565b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff87511660ff8114612e4e5760010160ff16875261511d565b50600760ff88511610615118565b14159050845f615110565b50509550979350509093945063ffffffff84511680911115615232575b5050505090565b63ffffffff9281101561524d57505b1690525f80808061522b565b9050615241565b508115156150f6565b508581106150f0565b63ffffffff809154928360e01c80838316105f146152a05750925b60c01c169116908181105f1461529a576136d291612e62565b50505f90565b905092615281565b356001600160801b03811681036121445790565b60ff811690601f82116152eb57604051916152d8604084612e15565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614806153ed575b15615355577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526153e760c082612e15565b51902090565b507f0000000000000000000000000000000000000000000000000000000000000000461461532c565b6040519061542382612dc3565b5f808352602083015260408051908361050061543f8185612e15565b3684370152565b5f81126154505790565b635467221960e11b5f5260045260245ffd5b6001600160401b03811161547c576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b356001600160401b03811681036121445790565b600160ff1b8114612e4e575f0390565b905f9063ffffffff835491165b818310615509575050806154e25750505f5b6001600160d01b031690565b5f198101908111612e4e576154f691612d3d565b505460201c6001600160d01b03166154d6565b90916155158382612e89565b60011c908263ffffffff6155298488612d3d565b5054161015615546575060018101809111612e4e57915b906154c4565b9250615540565b929190833b61558a5790615561929161585d565b5060048110156128fb5715918261557757505090565b6001600160a01b03918216911614919050565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b6001600160ff1b0381116155ef5790565b63123baf0360e11b5f5260045260245ffd5b60019093919293019063ffffffff83165f528160205261564760405f20946040519561562c87612d72565b5495602087600f0b91828152019660801c60070b8752614dec565b9384600f0b948086036156e1575090615663915160070b614dec565b918260070b928084036156ca575063ffffffff906040519461568486612d72565b855260208501938452165f5260205260405f209151906001600160801b038354915160801b6001600160401b0360801b169216906001600160401b0360c01b1617179055565b63327269a760e01b5f52604060045260245260445ffd5b63327269a760e01b5f52608060045260245260445ffd5b9291909281519260018401808511612e4e5780869185521161581e5783820135948560f81c946028861161580b5761573590866020850152614635565b94858352602681029080820460261490151715612e4e578461575a9285989798615831565b602083019160408351940194855196611fe08060406001960151928695019360f31c16168101905b8181106157ae575b5050501561579757505252565b8490635186268b60e01b5f5260045260245260445ffd5b823560d01c945090915f1989810190860110156157fe57848710158986829b039a6157ef575b916026918b602094039b60011b178452019101919091615782565b959950968990039689956157d4565b505050505f5f808061578a565b8563115c636160e31b5f5260045260245ffd5b846363b1f89b60e01b5f5260045260245ffd5b50919061584083928251612e89565b8091521161584b5750565b6363b1f89b60e01b5f5260045260245ffd5b9060418303615887576158809250602081013591604082359201355f1a90615891565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615908579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156126dc575f516001600160a01b038116156158fe57905f905f90565b505f906001905f90565b5050505f9160039190565b8060011461595b5760021461593657634e487b7160e01b5f52605160045260245ffd5b65ffffffffffff165f52600360205265ffffffffffff600160405f20015460a01c1690565b5065ffffffffffff165f52600360205260405f205460d01c9056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0060c03461009f57601f6108db38819003918201601f19168301916001600160401b038311848410176100a35780849260209460405283398101031261009f57516001600160a01b038116810361009f576080523360a05260405161082390816100b882396080518181816089015281816102f80152818161061301526106d5015260a05181818160eb015281816101960152818161028e015261052a0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816351cff8d9146105905750806370a082311461055957806380f5560514610515578063b96f8f3714610232578063cbe9e76414610208578063d0c805261461017a578063f5b16b84146100bc5763fc0c546a14610074575f80fd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100b85760603660031901126100b8576024356001600160a01b03811690600435908290036100b8576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101477fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f093856107dc565b845f525f825260405f2061015c828254610778565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100b85760603660031901126100b8576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303610167576020816101f27f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab93856107dc565b845f526001825260405f2061015c828254610778565b346100b85760203660031901126100b8576004355f526001602052602060405f2054604051908152f35b346100b85760603660031901126100b85761024b61070d565b60243567ffffffffffffffff81116100b85761026b903690600401610723565b9160443567ffffffffffffffff81116100b85761028c903690600401610723565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016757808503610506575f946001600160a01b03909316938593909291905b80851061046c576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa9283156103fc575f93610438575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f5114821615610419575b50836040525f6060521561040757826024816020936370a0823160e01b82523060048301525afa80156103fc575f906103c8575b6103a992506107cf565b908082036103b357005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f4575b816103e260209383610799565b810103126100b8576103a9915161039f565b3d91506103d5565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b600182151661042f573b15153d1516168561036b565b843d5f823e3d90fd5b9092506020813d602011610464575b8161045460209383610799565b810103126100b857519185610339565b3d9150610447565b9091929395610489600191610482898688610754565b3590610778565b96610495818587610754565b356104a1828589610754565b355f52826020526104b760405f20918254610778565b9055866104c5828589610754565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104f485898b610754565b35604051908152a301939291906102d8565b6342d7c33560e01b5f5260045ffd5b346100b8575f3660031901126100b8576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100b85760203660031901126100b8576001600160a01b0361057a61070d565b165f525f602052602060405f2054604051908152f35b346100b85760203660031901126100b8576001600160a01b036105b161070d565b1680158015610704575b80156106d2575b6106c057335f525f60205260405f20549182156106ad578190335f525f6020525f60408120558381527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519163a9059cbb60e01b5f526004528060245260205f60448180875af160015f511481161561068e575b826040521561067057602092508152f35b635274afe760e01b5f9081526001600160a01b038416600452602490fd5b60018115166106a457833b15153d15161661065f565b823d5f823e3d90fd5b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146105c2565b503081146105bb565b600435906001600160a01b03821682036100b857565b9181601f840112156100b85782359167ffffffffffffffff83116100b8576020808501948460051b0101116100b857565b91908110156107645760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161078557565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176107bb57604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161078557565b90815f52600160205260405f205480821161080a57906107fb916107cf565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
