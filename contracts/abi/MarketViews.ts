// Generated from contracts/src/MarketViews.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 11646 bytes deployed.

export const marketViewsAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "authority",
        "type": "address"
      }
    ],
    "name": "AccessManagedInvalidAuthority",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "internalType": "uint32",
        "name": "delay",
        "type": "uint32"
      }
    ],
    "name": "AccessManagedRequiredDelay",
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
    "name": "AccessManagedUnauthorized",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "EnforcedPause",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ExpectedPause",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
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
        "internalType": "Round",
        "name": "deadline",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "current",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_AnswerPending",
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
        "internalType": "uint64",
        "name": "validUntil",
        "type": "uint64"
      }
    ],
    "name": "StorageMarket_ConsentExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "openDisputes",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_DisputesLeft",
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
        "name": "round",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_Ended",
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
        "name": "noticeRound",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_EndsAnyway",
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
        "internalType": "DisputeId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "StorageMarket_NoDispute",
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
        "name": "position",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "leaves",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_NoSuchLeaf",
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
        "internalType": "uint64",
        "name": "fromRound",
        "type": "uint64"
      },
      {
        "internalType": "Round",
        "name": "provedRound",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_NotDueYet",
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
        "internalType": "uint64",
        "name": "allocation",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "seq",
        "type": "uint64"
      }
    ],
    "name": "StorageMarket_NotLater",
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
    "name": "StorageMarket_NotSignedByClient",
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
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "committed",
        "type": "bytes32"
      }
    ],
    "name": "StorageMarket_OtherRoot",
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
        "internalType": "uint256",
        "name": "price",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "wanted",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "wantedPrice",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_OtherTerms",
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
        "name": "deadline",
        "type": "uint32"
      },
      {
        "internalType": "Round",
        "name": "current",
        "type": "uint32"
      }
    ],
    "name": "StorageMarket_TooLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "most",
        "type": "uint256"
      }
    ],
    "name": "StorageMarket_TooManyGrowths",
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
        "indexed": false,
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "refund",
        "type": "uint256"
      }
    ],
    "name": "AllocationClosed",
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
        "indexed": false,
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      }
    ],
    "name": "AllocationExtended",
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
        "indexed": false,
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "units",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "Round",
        "name": "fromRound",
        "type": "uint32"
      }
    ],
    "name": "AllocationGrown",
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
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
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
        "indexed": false,
        "internalType": "address",
        "name": "authority",
        "type": "address"
      }
    ],
    "name": "AuthorityUpdated",
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
        "name": "payout",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Collected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "DisputeId",
        "name": "id",
        "type": "uint48"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bond",
        "type": "uint256"
      }
    ],
    "name": "DisputeAnswered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "DisputeId",
        "name": "id",
        "type": "uint48"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bond",
        "type": "uint256"
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
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burned",
        "type": "uint256"
      }
    ],
    "name": "DisputeLost",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "DisputeId",
        "name": "id",
        "type": "uint48"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "challenger",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "DisputeId",
            "name": "id",
            "type": "uint48"
          },
          {
            "internalType": "enum IMarketRecords.DisputeKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "Round",
            "name": "deadline",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "bond",
            "type": "uint256"
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
            "internalType": "uint48",
            "name": "position",
            "type": "uint48"
          },
          {
            "internalType": "AllocationId",
            "name": "allocation",
            "type": "uint48"
          },
          {
            "internalType": "uint64",
            "name": "seq",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "subRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint48",
            "name": "subLeaves",
            "type": "uint48"
          }
        ],
        "indexed": false,
        "internalType": "struct IMarketRecords.DisputeRecord",
        "name": "dispute",
        "type": "tuple"
      }
    ],
    "name": "DisputeOpened",
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
            "internalType": "uint256",
            "name": "unitStake",
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
          },
          {
            "internalType": "uint32",
            "name": "noticeRounds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "answerRounds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "disputeSlashBasisPoints",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "disputeBond",
            "type": "uint256"
          }
        ],
        "indexed": false,
        "internalType": "struct IMarketRecords.Parameters",
        "name": "parameters",
        "type": "tuple"
      }
    ],
    "name": "ParametersSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Paused",
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
        "name": "payout",
        "type": "address"
      }
    ],
    "name": "PayoutSet",
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
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "burned",
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
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Unpaused",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "accountOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "deposit",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "charged",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "compensation",
            "type": "uint256"
          }
        ],
        "internalType": "struct IMarketRecords.AccountRecord",
        "name": "record",
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
        "internalType": "struct IMarketRecords.AllocationRecord",
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
        "internalType": "struct IMarketRecords.AllocationRecord[]",
        "name": "",
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
        "internalType": "struct IMarketRecords.AllocationRecord[]",
        "name": "",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "authority",
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
          },
          {
            "internalType": "bool",
            "name": "seedKnown",
            "type": "bool"
          }
        ],
        "internalType": "struct IMarketRecords.Clock",
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
        "internalType": "DisputeId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "dispute",
    "outputs": [
      {
        "components": [
          {
            "internalType": "DisputeId",
            "name": "id",
            "type": "uint48"
          },
          {
            "internalType": "enum IMarketRecords.DisputeKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "Round",
            "name": "deadline",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "bond",
            "type": "uint256"
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
            "internalType": "uint48",
            "name": "position",
            "type": "uint48"
          },
          {
            "internalType": "AllocationId",
            "name": "allocation",
            "type": "uint48"
          },
          {
            "internalType": "uint64",
            "name": "seq",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "subRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint48",
            "name": "subLeaves",
            "type": "uint48"
          }
        ],
        "internalType": "struct IMarketRecords.DisputeRecord",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "disputeCount",
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
    "name": "disputes",
    "outputs": [
      {
        "components": [
          {
            "internalType": "DisputeId",
            "name": "id",
            "type": "uint48"
          },
          {
            "internalType": "enum IMarketRecords.DisputeKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "challenger",
            "type": "address"
          },
          {
            "internalType": "Round",
            "name": "deadline",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "bond",
            "type": "uint256"
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
            "internalType": "uint48",
            "name": "position",
            "type": "uint48"
          },
          {
            "internalType": "AllocationId",
            "name": "allocation",
            "type": "uint48"
          },
          {
            "internalType": "uint64",
            "name": "seq",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "subRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint48",
            "name": "subLeaves",
            "type": "uint48"
          }
        ],
        "internalType": "struct IMarketRecords.DisputeRecord[]",
        "name": "records",
        "type": "tuple[]"
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
    "inputs": [],
    "name": "isConsumingScheduledOp",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
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
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "isStateKey",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Round",
        "name": "round",
        "type": "uint32"
      }
    ],
    "name": "isVoid",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
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
        "internalType": "struct IMarketRecords.Offer",
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
            "internalType": "uint256",
            "name": "unitStake",
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
          },
          {
            "internalType": "uint32",
            "name": "noticeRounds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "answerRounds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "disputeSlashBasisPoints",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "disputeBond",
            "type": "uint256"
          }
        ],
        "internalType": "struct IMarketRecords.Parameters",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "paused",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
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
            "internalType": "address",
            "name": "payout",
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
            "name": "openDisputes",
            "type": "uint32"
          },
          {
            "internalType": "Round",
            "name": "finedUntil",
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
            "name": "earned",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "compensation",
            "type": "uint256"
          }
        ],
        "internalType": "struct IMarketRecords.ProviderRecord",
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
            "internalType": "address",
            "name": "payout",
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
            "name": "openDisputes",
            "type": "uint32"
          },
          {
            "internalType": "Round",
            "name": "finedUntil",
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
            "name": "earned",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "compensation",
            "type": "uint256"
          }
        ],
        "internalType": "struct IMarketRecords.ProviderRecord[]",
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
        "name": "newAuthority",
        "type": "address"
      }
    ],
    "name": "setAuthority",
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
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
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

export const marketViewsBytecode = "0x6101606040523461016157604051610018604082610165565b6005815260208101906421b0b4b93760d91b82526040519161003b604084610165565b600183526020830191603160f81b83526100548161019c565b610120526100618461019c565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100ca60c082610165565b5190206080523060c052600280546001600160a01b03191690556040515f81527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a1604051612d7e9081610208823960805181612bac015260a05181612c69015260c05181612b76015260e05181612bfb01526101005181612c2101526101205181610bdc01526101405181610c080152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761018857604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101c75760208151910151602082106101b8571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c80630613072c1461138a57806321338b38146112ec57806325e43652146110ed5780632cc65e8314610f935780634cdc9c6314610f6b5780635c975abb14610f4657806364f1a3ec14610e0957806372d4cf5814610d5d57806374c8326814610d405780637a9e5e4b14610c9157806384b0196e14610bc45780638903573014610a2c5780638b93a95f146109a55780638fb360371461096157806391ddadf414610812578063969915ce146106e15780639f1af126146106ab578063a28889e114610683578063afa5cde2146105db578063b321d1b41461059f578063b9e083bc14610491578063bf7e214f14610469578063c2cabcb314610351578063cd8227f91461032c578063dd9879fc146101b3578063fbaf094a1461016e5763fbfa77cf14610142575f80fd5b3461016a575f36600319011261016a576004546040516001600160a01b039091168152602090f35b5f80fd5b3461016a57602036600319011261016a576101af61019b61018d61157c565b610195611a9f565b50611eed565b604051918291602083526020830190611730565b0390f35b3461016a576101c1366115be565b9160018060a01b031690815f52600660205265ffffffffffff600160405f20015460a01c169165ffffffffffff821691826102cd575b5050505f9080915b65ffffffffffff83161515806102c4575b1561022f5761022161022991611dbc565b926003612d25565b916101ff565b61023881611a01565b91610246604051938461195b565b818352601f1961025583611a01565b015f5b8181106102ad5750505f905b82821061027957604051806101af8682611682565b6102a5816102886001936126c7565b6102928588611a18565b5261029d8487611a18565b506003612d25565b910190610264565b6020906102b8611b8a565b82828801015201610258565b50838110610210565b6102ec919293506102e263ffffffff91611ce3565b5460181c16611a72565b905460039190911b1c6001600160a01b03160361031a575f52600b60205260405f205460d01c8280806101f7565b6391cba22560e01b5f5260045260245ffd5b3461016a575f36600319011261016a57602065ffffffffffff60105416604051908152f35b3461016a5760e036600319011261016a576040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca602082019081526001600160a01b0361039d61157c565b1660408301526001600160a01b036103b3611592565b1660608301526044356001600160401b03811680910361016a5760808301526064356001600160801b03811680910361016a5760a08301526084356001600160401b03811680910361016a5760c083015260a435906001600160401b03821680920361016a578260429260e0602095015260c435610100820152610100815261043e6101208261195b565b519020610449612b73565b906040519161190160f01b83526002830152602282015220604051908152f35b3461016a575f36600319011261016a576002546040516001600160a01b039091168152602090f35b3461016a57604036600319011261016a576104aa61157c565b6104b26116c6565b6003549091906001600160a01b031660206104cc84611ebd565b602460405180948193639556483760e01b835260048301525afa90811561055f575f9161056a575b50906020925f9263ffffffff604051928684019446865230604086015260018060a01b0316606085015216608083015260a082015260a0815261053860c08261195b565b604051918291518091835e8101838152039060025afa1561055f5760205f51604051908152f35b6040513d5f823e3d90fd5b9190506020823d602011610597575b816105866020938361195b565b8101031261016a57905160206104f4565b3d9150610579565b3461016a57602036600319011261016a576101206105cc6105be6114a1565b6105c6611b8a565b506126c7565b6105d960405180926115f7565bf35b3461016a57602036600319011261016a5760606105f66114a1565b6040610600611b5c565b61064161060c84611ce3565b9384549461062263ffffffff8760181c16611a72565b60018060a01b0391549060031b1c165f526006602052845f2091612604565b9283519360ff6020820151926020850193845286855260101c1615610676575b50825193845251602084015201516040820152f35b8301518383015285610661565b3461016a575f36600319011261016a57602065ffffffffffff60105460301c16604051908152f35b3461016a57602036600319011261016a5760043563ffffffff8116810361016a576106d760209161254c565b6040519015158152f35b3461016a576106ef366115a8565b6107066009549283808210911802831880936119f4565b9081808210911802189061071982611a01565b91610727604051938461195b565b808352610736601f1991611a01565b015f5b8181106107fb5750505f5b82518110156107945780610778610765610760600194866119e7565b611a72565b848060a01b0391549060031b1c16611eed565b6107828286611a18565b5261078d8185611a18565b5001610744565b826040518091602082016020835281518091526040830190602060408260051b8601019301915f905b8282106107cc57505050500390f35b919360019193955060206107eb8192603f198a82030186528851611730565b96019201920185949391926107bd565b602090610806611a9f565b82828701015201610739565b3461016a575f36600319011261016a575f60a060405161083181611909565b8281528260208201528260408201528260608201528260808201520152610856611e56565b61085f81611ebd565b600354604051639556483760e01b815260048101839052925f906020856024816001600160a01b0387165afa8061092f575b60c09550610926575b65ffffffffffff806108b561ffff82959660d01c16876119e7565b168163ffffffff604051946108c986611909565b1696878552816020860181431681528160408801931683526060870194855260a060808801978342168952019815158952604051998a525116602089015251166040870152511660608501525116608083015251151560a0820152f35b6001915061089a565b6020863d602011610959575b816109486020938361195b565b8101031261016a5760c09550610891565b3d915061093b565b3461016a575f36600319011261016a5760025460a01c60ff161561099d576020638fb3603760e01b5b6040516001600160e01b03199091168152f35b60205f61098a565b3461016a57604036600319011261016a576109be61157c565b6024359060018060a01b03165f52600a60205260405f20651fffffffffff8260031c165f5260205260405f20549060e0600782169160051b169080820460201490151715610a185763ffffffff602092604051921c168152f35b634e487b7160e01b5f52601160045260245ffd5b3461016a575f36600319011261016a57604051610a48816118ed565b5f808252602082018190526040808301829052606083018290526080830182905260a0830182905260c0830182905260e08301829052610100830182905261012083018290526101409092015260035460055460045492516001600160a01b038316939192610ab6826118ed565b84825260208201908060d01c61ffff168252604083019060e01c60ff168152606083016001600160601b0386168152608084018660601c6001600160401b0316815260a08501918660d81c61ffff16835260c08601938760a01c63ffffffff16855260e08701958860c01c61ffff1687526101008801978960d01c60ff16895261012081019960e81c61ffff168a52610140019960a01c8a526040519a8b525163ffffffff1660208b01525163ffffffff1660408a01525160608901525160808801525163ffffffff1660a08701525163ffffffff1660c08601525163ffffffff1660e08501525163ffffffff166101008401525163ffffffff166101208301525161014082015261016090f35b3461016a575f36600319011261016a57610c63610c007f00000000000000000000000000000000000000000000000000000000000000006127ca565b6101af610c2c7f00000000000000000000000000000000000000000000000000000000000000006127ca565b610c7160405191610c3e60208461195b565b5f83525f368137604051958695600f60f81b875260e0602088015260e087019061170c565b90858203604087015261170c565b904660608501523060808501525f60a085015283820360c08501526116d9565b3461016a57602036600319011261016a57610caa61157c565b6002546001600160a01b0381163303610d2e57813b15610d0d576001600160a01b0319166001600160a01b039091169081176002556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a1005b506361798f2f60e11b5f9081526001600160a01b0391909116600452602490fd5b62d1953b60e31b5f523360045260245ffd5b3461016a575f36600319011261016a576020600954604051908152f35b3461016a57604036600319011261016a576020610d786114a1565b610d89610d83611592565b91611ce3565b54610d9c63ffffffff8260181c16611a72565b90546001600160a01b0360039290921b1c81165f81815260068652604090205482169390911692831492908315610ddb575b5050506040519015158152f35b909192505f526008835260405f20905f52825263ffffffff8060405f2054169160a01c161115828080610dce565b3461016a57606036600319011261016a57610e2261157c565b610e2a6116c6565b9060443563ffffffff81169283820361016a5763ffffffff8116808511801590610f2b575b610f145750610e76610e6d9462ffffff808460081c16968792611a40565b60081c166119f4565b9360018501809511610a1857610e8b85611a01565b94610e99604051968761195b565b808652610ea8601f1991611a01565b013660208701376001600160a01b03909316925f5b8551811015610efe57600190855f526006602052610eed8585600860405f2001610ee785886119e7565b90611dca565b610ef78289611a18565b5201610ebd565b604051602080825281906101af908201896116d9565b849063e9739b3360e01b5f5260045260245260445ffd5b506201000063ffffffff610f3f8388611a58565b1611610e4f565b3461016a575f36600319011261016a57602060ff60025460a81c166040519015158152f35b3461016a575f36600319011261016a57602065ffffffffffff60035460a01c16604051908152f35b3461016a57610fa1366115be565b919065ffffffffffff8116806110ac5750506001600160a01b03165f908152600e6020526040902054610fdb9065ffffffffffff16611d7c565b805f5b65ffffffffffff83161515806110a3575b1561100e5761100061100891611dbc565b926002612d25565b91610fde565b61101781611a01565b91611025604051938461195b565b818352601f1961103483611a01565b015f5b81811061108c5750505f905b82821061105857604051806101af8682611682565b611084816110676001936126c7565b6110718588611a18565b5261107c8487611a18565b506002612d25565b910190611043565b602090611097611b8a565b82828801015201611037565b50838110610fef565b90916001600160a01b036110cc60ff6110c486611ce3565b541685612798565b54166001600160a01b039091160361031a57506110e890611d23565b610fdb565b3461016a576110fb366115a8565b65ffffffffffff60105460301c169160018301809311610a1857806001806111369311911802600184808383181092181802831880936119f4565b9081808210911802189061114982611a01565b91611157604051938461195b565b808352611166601f1991611a01565b015f5b8181106112d55750505f5b8251811015611284578061126865ffffffffffff611194600194866119e7565b16805f52600f60205260405f20906001600160401b036004604051936111b9856118bd565b65ffffffffffff8154898060a01b038116875263ffffffff8160a01c1660208801526111ee60ff8260c01c16604089016119db565b60c81c16606086015287810154888060a01b038116608087015260a01c60a0860152600281015460c0860152600381015460e0860152015465ffffffffffff811661010085015265ffffffffffff8160301c1661012085015265ffffffffffff8160601c1661014085015260901c16610160830152611bde565b6112728286611a18565b5261127d8185611a18565b5001611174565b826040518091602082016020835281518091526020604084019201905f5b8181106112b0575050500390f35b9193509160206101a0826112c760019488516114b6565b0194019101918493926112a2565b6020906112e061197c565b82828701015201611169565b3461016a57602036600319011261016a5761130561157c565b6001600160a01b038181165f818152600760205260409020549092911680158061134e575b602093501561134757505b6040516001600160a01b039091168152f35b9050611335565b50915f52600660205260ff60405f205460c01c1691600583101561137657602092151561132a565b634e487b7160e01b5f52602160045260245ffd5b3461016a57602036600319011261016a576101a06114946113a96114a1565b6113b161197c565b5065ffffffffffff81165f52600f60205260405f20906001600160401b036004604051936113de856118bd565b80546001600160a01b038116865260a081901c63ffffffff16602087015265ffffffffffff9061141860c082901c60ff16604089016119db565b60c81c166060860152600181015460018060a01b038116608087015260a01c60a0860152600281015460c0860152600381015460e0860152015465ffffffffffff811661010085015265ffffffffffff8160301c1661012085015265ffffffffffff8160601c1661014085015260901c16610160830152611bde565b6105d960405180926114b6565b6004359065ffffffffffff8216820361016a57565b65ffffffffffff815116825260208101519060038210156113765761018065ffffffffffff918193602086015260018060a01b03604082015116604086015260018060a01b03606082015116606086015263ffffffff608082015116608086015260a081015160a086015260c081015160c08601528260e08201511660e0860152826101008201511661010086015282610120820151166101208601526001600160401b0361014082015116610140860152610160810151610160860152015116910152565b600435906001600160a01b038216820361016a57565b602435906001600160a01b038216820361016a57565b604090600319011261016a576004359060243590565b606090600319011261016a576004356001600160a01b038116810361016a579060243565ffffffffffff8116810361016a579060443590565b610100809165ffffffffffff815116845260018060a01b03602082015116602085015260018060a01b03604082015116604085015263ffffffff60608201511660608501526001600160601b03608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015260e081015160e085015201511515910152565b60206040818301928281528451809452019201905f5b8181106116a55750505090565b9091926020610120826116bb60019488516115f7565b019401929101611698565b6024359063ffffffff8216820361016a57565b90602080835192838152019201905f5b8181106116f65750505090565b82518452602093840193909201916001016116e9565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b80516001600160a01b039081168352602080830151821690840152604080830151909116908301526060808201516103009184018290529192916117769183019061170c565b916080810151608083015265ffffffffffff60a08201511660a083015263ffffffff60c08201511660c083015263ffffffff60e08201511660e08301526001600160801b03610100820151166101008301526001600160401b03610120820151166101208301526001600160401b036101408201511661014083015261016081015161016083015260ff6101808201511661018083015260ff6101a0820151166101a08301526101c08101516005811015611376576102e09182916101c085015263ffffffff6101e0820151166101e085015263ffffffff6102008201511661020085015263ffffffff6102208201511661022085015263ffffffff6102408201511661024085015263ffffffff610260820151166102608501526102808101516102808501526102a08101516102a08501526102c08101516102c0850152015191015290565b61018081019081106001600160401b038211176118d957604052565b634e487b7160e01b5f52604160045260245ffd5b61016081019081106001600160401b038211176118d957604052565b60c081019081106001600160401b038211176118d957604052565b6101a081019081106001600160401b038211176118d957604052565b608081019081106001600160401b038211176118d957604052565b90601f801991011681019081106001600160401b038211176118d957604052565b6040519061198982611924565b5f610180838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201520152565b60038210156113765752565b91908201809211610a1857565b91908203918211610a1857565b6001600160401b0381116118d95760051b60200190565b8051821015611a2c5760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b63ffffffff5f199116019063ffffffff8211610a1857565b9063ffffffff8091169116039063ffffffff8211610a1857565b600954811015611a2c5760095f5260205f2001905f90565b8054821015611a2c575f5260205f2001905f90565b6040519061030082018281106001600160401b038211176118d9576040525f6102e0838281528260208201528260408201526060808201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152826102408201528261026082015282610280820152826102a0820152826102c08201520152565b60405190606082018281106001600160401b038211176118d9576040525f6040838281528260208201520152565b6040519061012082018281106001600160401b038211176118d9576040525f610100838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201520152565b90611be761197c565b50604081015190600382101561137657600160a01b60019003608082015116600160a01b60019003825116602083015163ffffffff1660a08401516001600160601b031660c085015161010086015165ffffffffffff169161014087015165ffffffffffff1693606088015165ffffffffffff16956101608901516001600160401b03169760e08a015199610120015165ffffffffffff169a6040519c611c8d8e611924565b65ffffffffffff168d52611ca49060208e016119db565b60408c015260608b015260808a015260a089015260c088015260e087015261010086015261012085015261014084015261016083015261018082015290565b65ffffffffffff1690815f52600b60205260405f209168ffffffffffffffffff835460381c1615611d115750565b639cd0472160e01b5f5260045260245ffd5b65ffffffffffff16805f52600b60205260ff60405f205416611d61575f52600c602052611d5e65ffffffffffff60405f205460a01c16611d7c565b90565b5f190165ffffffffffff8111610a185765ffffffffffff1690565b65ffffffffffff811680611d8e575090565b8091505f52600c60205260ff60405f205460d01c160165ffffffffffff8111610a185765ffffffffffff1690565b5f198114610a185760010190565b929092835f5260205263ffffffff60405f20549360081b9216828111611e26575b5063ffffffff166101008201808311610a18578110611e0957505090565b600191611e15916119f4565b1b905f198201918211610a18571690565b9263ffffffff9193611e3a845f19926119f4565b1b169290611deb565b81810292918115918404141715610a1857565b60035461ffff611e7165ffffffffffff8360a01c16436119f4565b9160d01c16908115611ea9570463ffffffff8111611e925763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b634e487b7160e01b5f52601260045260245ffd5b611d5e9065ffffffffffff611ee36003549263ffffffff61ffff8560d01c169116611e43565b9160a01c166119e7565b611ef5611a9f565b6001600160a01b0382165f90815260066020526040902080549291600560c085901c60ff1610156113765760ff8460c01c161561254557611f37949294611e56565b611f3f612808565b50600383015491604094611f51612808565b50600485015497865197611f6489611940565b6001600160801b038a1689526001600160401b038a60801c1660208a01528789019763ffffffff8b60c01c16895260ff8260e81c1660608b01525b63ffffffff89511663ffffffff8716811080612539575b80612530575b156120f557888a8c926001600160401b03602085015116151590816120e0575b816120cd575b816120bc575b50612097575b6001600160801b039261201f82600461202e9563ffffffff61201581612029985116612975565b168093520161298d565b949091511661282c565b612a03565b6001600160801b038111612080576120676120296001600160401b0393848f6020906001600160801b0361206c9716815201511661282c565b612a1f565b1660208b01528015610a18575f1901611f9f565b6306dfcc6560e41b5f52608060045260245260445ffd5b5050606060ff9101511660ff8114610a185760010160ff1660608b015289888a611fee565b6120c6915061254c565b155f611fe8565b9050600760ff6060860151161090611fe2565b905063ffffffff8b60301c1681141590611fdc565b505095919790969893929863ffffffff815116808660e01c1115612505575b50506001600160a01b038781168a5286811660208b01526001838101549182166040808d01919091525160078501805493959392838116915f9185901c9083156124fb575b6020821084146124e7578f9395889683875290815f146124c1575060011461247f575b50509382606060049361219d6121f297966001600160401b0399038461195b565b0152600281015460808f015265ffffffffffff8a1660a08f015260308a901c63ffffffff1660c08f0181905260e08f015282516001600160801b03166101008f0152602083015185166101208f015201612847565b166101408a0152600480546040516332fa79d960e21b81526001600160a01b038a8116600160a11b17938201939093529160209183916024918391165afa90811561055f578a905f9261243c575b509660ff60606001600160601b0398979695948461016060249c63ffffffff975001520151166101808c015260ff8160f01c166101a08c015260ff8160c01c166101c08c015260c81c166101e08a015262ffffff8160d01c166102008a015260e81c6102208901528260e01c6102408901528160e01c63ffffffff8216105f1461242d5763ffffffff905b16908163ffffffff8260c01c16105f146124205763ffffffff91826122f49260c01c1690611a58565b1661026087015260b081901c65ffffffffffff1661028087015260501c166102c08501819052600480546040516332fa79d960e21b81526001600160a01b03868116600160a01b17938201939093529360209285928391165afa801561055f575f906123ec575b61236592506119f4565b6102a0840152600480546040516332fa79d960e21b8152600360a01b6001600160a01b039485161792810192909252909160209183916024918391165afa90811561055f575f916123ba575b506102e0830152565b90506020813d6020116123e4575b816123d56020938361195b565b8101031261016a57515f6123b1565b3d91506123c8565b506020823d602011612418575b816124066020938361195b565b8101031261016a57612365915161235b565b3d91506123f9565b505063ffffffff5f6122f4565b5063ffffffff8160e01c6122cb565b9150506020959493929195813d602011612477575b8161245e6020938361195b565b8101031261016a575193949293919290918960ff612240565b3d9150612451565b5f908152602081209092505b8183106124a1575050820160200182606061217c565b600191949550602092935080548385880101520191018593928e9261248b565b60ff191660208088019190915292151560051b860190920192508491506060905061217c565b634e487b7160e01b5f52602260045260245ffd5b90607f1690612159565b63ffffffff8516811015612525575063ffffffff845b1690525f80612114565b63ffffffff9061251b565b50811515611fbc565b508b60e01c8110611fb6565b9250505090565b63ffffffff60105460601c1663ffffffff821611156125fe5761256e90611ebd565b6020600354916044612587617fff8560d11c16836119e7565b604051637f04a68f60e11b815260048101939093526024830152909283919082906001600160a01b03165afa90811561055f575f916125c557501590565b90506020813d6020116125f6575b816125e06020938361195b565b8101031261016a5751801515810361016a571590565b3d91506125d3565b50600190565b91929061260f611b5c565b9281549163ffffffff8360a01c169160ff8460081c1665ffffffffffff5f92165b81831061265c5750505061265a93949563ffffffff61264e8361294d565b9460801c16918761289f565b565b909193815f52600d6020526126748560405f20611a8a565b5090604051604081018181106001600160401b038211176118d9578b63ffffffff938c6001966126bc9460405254928a878086169586895260201c169283602089015261289f565b511694019190612630565b9060ff6126d2611b8a565b926127846126df82611ce3565b918254926126f563ffffffff8560181c16611a72565b905465ffffffffffff841689526001600160a01b0360039290921b1c81169061272087871685612798565b5416602089015280604089015263ffffffff8560801c16606089015268ffffffffffffffffff8560381c16608089015263ffffffff8560a01c1660a089015263ffffffff61276d8361294d565b1660c08901525f52600660205260405f2091612604565b5160e085015260101c161515610100830152565b9060ff65ffffffffffff911691160365ffffffffffff8111610a185765ffffffffffff165f52600c60205260405f2090565b60ff811690601f82116127f957604051916127e660408461195b565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b6040519061281582611940565b5f6060838281528260208201528260408201520152565b9190915f8382019384129112908015821691151617610a1857565b805460e01c9063ffffffff6040840151168092111561289857611d5e926001600160401b03602061288d6120299463ffffffff61288661206798612975565b169061298d565b93905001511661282c565b5050505f90565b94612937906129316129499661292b60096128d060409968ffffffffffffffffff61293d9a995460381c1690611e43565b966128f86128f163ffffffff6128ea818816828b16611a58565b168a611e43565b8d516119e7565b8c528b61292160206129176129118a8960088801612a50565b8c611e43565b92019182516119e7565b9052019384612c8f565b92612c8f565b906119f4565b90611e43565b811c92019182516119e7565b9052565b5463ffffffff61ffff8260c01c169160a01c160163ffffffff8111610a185763ffffffff1690565b63ffffffff60019116019063ffffffff8211610a1857565b919063ffffffff1691825f526002810160205260405f2054926001600160401b038460401d941660070b80946001819401549263ffffffff8416036129fb575050906129f5611d5e9260401c916001600160401b038360401d931660070b92600f0b9061282c565b9361282c565b945092915050565b5f8112612a0d5790565b635467221960e11b5f5260045260245ffd5b6001600160401b038111612a39576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b9092915f9363ffffffff821663ffffffff8216811115612b6a57612a7a62ffffff91939293611a40565b60081c169162ffffff8160081c16935b83851115612a99575050505050565b9091929395612b5b612b61917e01000100010001000100010001000100010001000100010001000100010001612ad187878c88611dca565b7f55555555555555555555555555555555555555555555555555555555555555558160011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c906119e7565b96611dbc565b93929190612a8a565b505f9450505050565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480612c66575b15612bce577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152612c6060c08261195b565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614612ba5565b905f9063ffffffff835491165b818310612ce157505080612cba5750505f5b6001600160d01b031690565b5f198101908111610a1857612cce91611a8a565b505460201c6001600160d01b0316612cae565b9091612ced83826119e7565b60011c908263ffffffff612d018488611a8a565b5054161015612d1e575060018101809111610a1857915b90612c9c565b9250612d18565b80600214612d745780600314612d5957600114612d5057634e487b7160e01b5f52605160045260245ffd5b611d5e9061254c565b5065ffffffffffff165f52600b60205260405f205460d01c90565b50611d5e90611d2356" as const;
