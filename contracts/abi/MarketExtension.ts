// Generated from contracts/src/MarketExtension.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 20106 bytes deployed.

export const marketExtensionAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "views_",
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
        "name": "position",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "leaves",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_BadPosition",
    "type": "error"
  },
  {
    "inputs": [],
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
        "name": "position",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "leaves",
        "type": "uint256"
      }
    ],
    "name": "ProofLib_WrongPlace",
    "type": "error"
  },
  {
    "inputs": [],
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
    "stateMutability": "nonpayable",
    "type": "fallback"
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
        "internalType": "DisputeId",
        "name": "id",
        "type": "uint48"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "answer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DisputeId",
        "name": "id",
        "type": "uint48"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "allocation",
            "type": "uint64"
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
            "internalType": "uint64",
            "name": "leaves",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fromRound",
            "type": "uint64"
          }
        ],
        "internalType": "struct IMarketRecords.AllocationState",
        "name": "later",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "clientSignature",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "answerWithState",
    "outputs": [],
    "stateMutability": "nonpayable",
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
        "components": [
          {
            "internalType": "uint64",
            "name": "allocation",
            "type": "uint64"
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
            "internalType": "uint64",
            "name": "leaves",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fromRound",
            "type": "uint64"
          }
        ],
        "internalType": "struct IMarketRecords.AllocationState",
        "name": "state",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "challengeInclusion",
    "outputs": [
      {
        "internalType": "DisputeId",
        "name": "",
        "type": "uint48"
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
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint48",
        "name": "position",
        "type": "uint48"
      }
    ],
    "name": "challengeLeaf",
    "outputs": [
      {
        "internalType": "DisputeId",
        "name": "",
        "type": "uint48"
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
            "internalType": "uint64",
            "name": "allocation",
            "type": "uint64"
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
            "internalType": "uint64",
            "name": "leaves",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fromRound",
            "type": "uint64"
          }
        ],
        "internalType": "struct IMarketRecords.AllocationState",
        "name": "state",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      },
      {
        "internalType": "uint48",
        "name": "position",
        "type": "uint48"
      }
    ],
    "name": "challengeStateLeaf",
    "outputs": [
      {
        "internalType": "DisputeId",
        "name": "",
        "type": "uint48"
      }
    ],
    "stateMutability": "nonpayable",
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
    "name": "decide",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "inputs": [],
    "name": "pause",
    "outputs": [],
    "stateMutability": "nonpayable",
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
        "name": "parameters_",
        "type": "tuple"
      }
    ],
    "name": "setParameters",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payout",
        "type": "address"
      }
    ],
    "name": "setPayout",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "unpause",
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
    "inputs": [],
    "name": "views",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const marketExtensionBytecode = "0x61018080604052346101db5760208161510c803803809161002082856101df565b8339810103126101db57516001600160a01b03811681036101db576040516100496040826101df565b6005815260208101906421b0b4b93760d91b82526040519161006c6040846101df565b600183526020830191603160f81b835261008581610216565b6101205261009284610216565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100fb60c0826101df565b5190206080523060c052600280546001600160a01b03191690556040515f81527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a180610160523b156101ad57604051614e8a9081610282823960805181614a22015260a05181614adf015260c051816149ec015260e05181614a7101526101005181614a97015261012051816116ca015261014051816116f6015261016051818181602001526104be0152f35b6040516302aa8f4160e01b8152602060048201526005602482015264766965777360d81b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761020257604052565b634e487b7160e01b5f52604160045260245ffd5b601f815111610241576020815191015160208210610232571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610055575b3461005157604051365f82375f8036837f00000000000000000000000000000000000000000000000000000000000000005af43d5f833e61004d573d90fd5b3d90f35b5f80fd5b5f5f3560e01c80630aeb6b4014611ccf578063279d6d2e14611ba75780633f4ba83a14611b375780635a7e24f8146119eb5780635c975abb146119c65780636626c336146118955780637a9e5e4b146117e65780638456cb591461178357806384b0196e146116b25780638fb360371461166e57806397467ae01461100e5780639a2e2a6514610e405780639de8c01914610925578063a3ff39b21461089f578063bcc29c6214610516578063bf7e214f146104ed578063d65e880d146104a8578063dcf0005b14610389578063e9fad8ee1461034d578063eb4f16b51461025f5763fdea15be14610147575061000e565b3461025c57604036600319011261025c57610160611ecd565b6024356001600160401b03811161025a577f2df2828fad1bd287eabe27d158420296b464a532a67e51bb8da3aced3343c3a36101a3610204923690600401611ee3565b92906101ee84826101b33361382e565b80546001600160a01b03908116808c52600760205260408c2080546001600160a01b0319169055908a169991908a810361020a575b506125e5565b6040519182916020835233956020840191611fbd565b0390a380f35b63ffffffff6102218161021b612580565b1661365f565b1690338d52600860205260408d209060018060a01b03165f5260205263ffffffff60405f20911663ffffffff198254161790555f6101e8565b825b80fd5b503461025c57602036600319011261025c5760043561027c612502565b610284612537565b338252600660205260ff604083205460c01c166005811015610339578015610326576001810361030e575080156102ff576102ec906040518181527f7c717985ac273e663b7f3050f5b15a4388ff6ed952338954f650e2093e13937f60203392a23333612807565b805f516020614e6a5f395f51905f525d80f35b636c5a0aa160e11b8252600482fd5b63070211fb60e31b835261032391503361211b565b90fd5b630beaf00160e31b835233600452602483fd5b634e487b7160e01b83526021600452602483fd5b503461025c578060031936011261025c57602090610369612502565b61037161215a565b905f516020614e6a5f395f51905f525d604051908152f35b503461025c57606036600319011261025c576103a3611ecd565b90602435916044359065ffffffffffff8216820361025a576103c3612502565b6103cc8161382e565b60028101549480860361049157506103e2612a59565b91600260408401526001600160a01b0316608083015233825260209461045d93610458919063ffffffff610428610417612580565b8260ff60045460d01c169116613677565b168886015260055460a01c60a086015265ffffffffffff600385015416918261010087015260c0860152846130bc565b6130ec565b905f516020614e6a5f395f51905f525d65ffffffffffff60405191168152f35b634e487b7160e01b5f52602160045260245ffd5b633c758b9360e11b85526004526024859052604484fd5b503461025c578060031936011261025c576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461025c578060031936011261025c576002546040516001600160a01b039091168152602090f35b503461025c5761010036600319011261025c57610531611f10565b9060a036602319011261025c5760c4356001600160401b03811161089b5761055d903690600401611ee3565b9260e4356001600160401b0381116108975761057d903690600401611ee3565b94610586612502565b61058f83612ab1565b936060850165ffffffffffff81511691604087019182516003811015610883576002148015610869575b8015610847575b610816575165ffffffffffff16808952600b60205260408920546001600160a01b03916105f09160ff16906143d3565b54169060405194602086017f5fd18464103415dd2836fe6572917e59001f6de2daa7daa61bfee55c17ca030a81526024356001600160401b0381168091036108125760408801526044356001600160401b038116809103610812576060880152606435968760808201526084356001600160401b03811680910361080e5760a082015260a4356001600160401b03811680910361080e5791818d949360c0604294015260c081526106a260e082612067565b5190206106ad6149e9565b906040519161190160f01b8352600283015260228201522090846106d28286856140df565b50506001600160a01b0316149384156107b3575b50505050156107a1575051600381101561078d571580610774575b1561074a57906102ec9596610745939260c087015165ffffffffffff610100890151169061072d612105565b936001600160401b0361073e6120d9565b1696612b21565b612cb8565b5050508361075d576102ec929350612cb8565b6044838563c3ac829760e01b825281600452602452fd5b506001600160401b036107856120d9565b161515610701565b634e487b7160e01b87526021600452602487fd5b631aa2a7bb60e11b8852600452602487fd5b60209450908060649260405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201849052601f01601f19160190845afa630b135d3f60e11b895114601f3d111616885f80806106e6565b8c80fd5b8b80fd5b6044896001600160401b036108296120ef565b81610832612105565b636618f0b360e01b8552911660045216602452fd5b50610850612105565b6001600160401b03806101608b015116911611156105c0565b50836001600160401b0361087b6120ef565b1614156105b9565b634e487b7160e01b8a52602160045260248afd5b8380fd5b5080fd5b503461025c57602036600319011261025c576108b9611ecd565b6108c23361382e565b906001600160a01b03811661091c5750600133915b0180546001600160a01b0319166001600160a01b039092169182179055337f18b5078a8a55f53c428467b7f19cf8408acc494f8ae06b3e6202b7b2b19d23dc8380a380f35b600190916108d7565b50346100515760203660031901126100515761093f611f10565b90610948612502565b61095182613691565b9161095a612580565b92602081019363ffffffff85511663ffffffff82169080821115610e2b575050608082019060018060a01b038251165f52600660205260405f2061099e818661379e565b6109a6613800565b916040850151600381101561047d57600263ffffffff91149851166003830190815460e01c8111610b12575b5050869715610b01575b505060018060a01b03825116907fc4a87f55d0a2beacfdec8e4471c45a24a2771e1bcf1b46dbbd13ef7a55d0f04c608065ffffffffffff60a08701976001600160601b038951169480519060406020820151910151916040519788526020880152604087015260608601521692a36004549051915192516001600160a01b0393841693928316600160a21b17926001600160601b039091169116803b15610afd57604051633d6c5ae160e21b815260048101939093526001600160a01b039390931660248301526001600160601b031660448201529082908290606490829084905af18015610af257610add575b505f516020614e6a5f395f51905f525d80f35b81610ae791612067565b61025c57805f610aca565b6040513d84823e3d90fd5b8480fd5b610b0b9185614151565b5f806109dc565b610b4f929450610b3063ffffffff9160ff60045460d01c1690613677565b82546001600160e01b0316911660e01b6001600160e01b031916179055565b6004805484516040516332fa79d960e21b8152600160a11b6001600160a01b0392831617938101939093528116939190602082602481885afa918215610dea575f92610df5575b509061ffff610ba99260e81c1690612b0e565b60016127105f19830104019015150297610bc1613800565b98600581048a52610be9610be160408c01928060011c84528c5190612555565b825190612555565b99602081018b81528196845f14610d4357508a9b50610c2d60018060a01b038951168251610c1789836144bb565b87896001600160801b03600482015416936147db565b90525b8651885160045492516001600160a01b03928316600160a11b179383169290911690823b1561080e57604051633d6c5ae160e21b8152600481018590526001600160a01b039290921660248301526044820152908b908290606490829084905af1908115610d38578b91610d1f575b505060018060a01b03600454169151823b15610d1b5760648b92836040519586948593633d6c5ae160e21b8552600485015261dead602485015260448401525af1908115610d10578991610cf7575b508199506109d2565b81610d0191612067565b610d0c57875f610cee565b8780fd5b6040513d8b823e3d90fd5b8a80fd5b81610d2991612067565b610d3457895f610c9f565b8980fd5b6040513d8d823e3d90fd5b905065ffffffffffff60608a015116805f52600b602052610d7360018060a01b039160ff60405f205416906143d3565b5489516001600160a01b0316600160a11b179d9116823b1561005157604051633d6c5ae160e21b8152600481019e909e526001600160a01b031660248e015260448d01528b6064815a5f948591f18015610dea57610dd4575b899a50610c30565b9850985f610de191612067565b5f978990610dcc565b6040513d5f823e3d90fd5b91506020823d602011610e23575b81610e1060209383612067565b810103126100515790519061ffff610b96565b3d9150610e03565b63377ce84f60e21b5f5260045260245260445ffd5b3461005157366003190160c081126100515760a0136100515760a4356001600160401b03811161005157610e7b610e89913690600401611ee3565b90610e84612502565b612db6565b65ffffffffffff839293165f52600b60205260405f20906003810154918260301c90600160ff63ffffffff610ebf81861661365f565b169362ffffff8760381c165f5260088601602052161b60405f205416158015610ff5575b8015610fe2575b610fbb578163ffffffff610efd8361303a565b161115610f97575050610f0e612a59565b915f60408401526001600160a01b039094166080830152338252602093610f7793610f599063ffffffff610f43610417612580565b168786015260055460a01c60a086015284613063565b65ffffffffffff6002830154911661010084015260c08301526130ec565b5f5f516020614e6a5f395f51905f525d65ffffffffffff60405191168152f35b610fa563ffffffff9161303a565b6319e69fab60e01b5f521660045260245260445ffd5b506001600160401b03610fcc6120d9565b630f72e55b60e31b5f521660045260245260445ffd5b5063ffffffff815460a01c168210610eea565b506001600160401b036110066120d9565b168210610ee3565b34610051576101603660031901126100515761102a3633612916565b60243563ffffffff8116808203610051576110596003549161104a612088565b9061ffff8460d01c161461362e565b6044359163ffffffff831680840361005157611085906110776120b1565b9060ff8560e01c161461362e565b6040519261109284611fdd565b6004356001600160a01b0381169390848103610051578552602085019283526040850191825260608501606435815260808601608435815260a4359063ffffffff821682036100515760a0880191825260c4359263ffffffff841684036100515760c0890193845260e4359463ffffffff861686036100515760e08a01958652610104359663ffffffff88168803610051576101008b01978852610124359863ffffffff8a168a03610051576101208c01998a526101408c019a610144358c523b1561163f5761117e63ffffffff82511660028110159081611632575b50611178612088565b9061362e565b61119c63ffffffff8351168015159081611626575b506111786120b1565b8351928315159384611614575b506111d76040948551906111bd8783612067565b60088252676d696e5374616b6560c01b602083015261362e565b61120e6001600160401b03875111158551906111f38783612067565b6009825268756e69745374616b6560b81b602083015261362e565b61125363ffffffff8851168015159081611607575b508551906112318783612067565b601082526f736c6173684261736973506f696e747360801b602083015261362e565b6112926201000063ffffffff8a511611158551906112718783612067565b600f82526e756e626f6e64696e67526f756e647360881b602083015261362e565b6112cd61100063ffffffff8b511611158551906112af8783612067565b600c82526b6e6f74696365526f756e647360a01b602083015261362e565b61131063ffffffff8b5116600281101590816115fb575b508551906112f28783612067565b600c82526b616e73776572526f756e647360a01b602083015261362e565b61136263ffffffff8c511680151590816115ee575b508551906113338783612067565b601782527f64697370757465536c6173684261736973506f696e7473000000000000000000602083015261362e565b61139c8c5180151590816115dc575b5085519061137f8783612067565b600b82526a191a5cdc1d5d19509bdb9960aa1b602083015261362e565b815161ffff60d01b60d09190911b1661ffff60d01b19821681176003558d516001600160a01b0390811692908116839003611593575b50505081516003549060ff60e01b9060e01b169060ff60e01b19161760035583516001600160601b0316600554906001600160401b0360601b875160601b16916001600160601b0360a01b16171760055585516004549061ffff60d81b9060d81b169061ffff60d81b19161760045586516004549063ffffffff60a01b9063ffffffff60a01b9060a01b16169063ffffffff60a01b19161760045587516004549061ffff60c01b9061ffff60c01b9060c01b16169061ffff60c01b191617600455885160045461ffff60e81b8c5160e81b169160ff60d01b9060d01b169064ffff0000ff60d01b191617176004558a51600554906001600160601b0360a01b906001600160601b0360a01b9060a01b161690600160a01b60019003161760055582519b600160a01b600190039051168c525163ffffffff1660208c01525163ffffffff16908a01525160608901525160808801525163ffffffff1660a08701525163ffffffff1660c08601525163ffffffff1660e08501525163ffffffff166101008401525163ffffffff16610120830152516101408201526101607f6557e3a01aa36b37bc1376ee2e77791672be05b777b46a99da922d12c7a4ba1191a1005b61159b612580565b6010805463ffffffff60601b191660609290921b63ffffffff60601b16919091179055600167ffff00000000000160a01b03191617176003558c80806113d2565b6001600160601b03915011158f611371565b612710915011158f611325565b6008915011158f6112e4565b612710915011158f611223565b6001600160601b03101593508d6111a9565b6020915011158e611193565b611000915011158e61116f565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b34610051575f3660031901126100515760025460a01c60ff16156116aa576020638fb3603760e01b5b6040516001600160e01b03199091168152f35b60205f611697565b34610051575f366003190112610051576117516116ee7f0000000000000000000000000000000000000000000000000000000000000000614113565b61177f61171a7f0000000000000000000000000000000000000000000000000000000000000000614113565b61175f6040519161172c602084612067565b5f83525f368137604051958695600f60f81b875260e0602088015260e0870190611f25565b908582036040870152611f25565b904660608501523060808501525f60a085015283820360c0850152611f49565b0390f35b34610051575f3660031901126100515761179d3633612916565b6117a5612537565b6002805460ff60a81b1916600160a81b1790556040513381527f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a25890602090a1005b34610051576020366003190112610051576117ff611ecd565b6002546001600160a01b038116330361188357813b15611862576001600160a01b0319166001600160a01b039091169081176002556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a1005b506361798f2f60e11b5f9081526001600160a01b0391909116600452602490fd5b62d1953b60e31b5f523360045260245ffd5b3461005157366003190160e081126100515760a0136100515760a4356001600160401b038111610051576118cd903690600401611ee3565b9060c4359165ffffffffffff83168303610051576118ed91610e84612502565b65ffffffffffff83929316805f52600b60205261190c60405f2061303a565b63ffffffff8061191a612580565b169116111561198d575061192c612a59565b9160209461197861045892610f77966001604088015260018060a01b0316608087015233865263ffffffff611962610417612580565b168887015260055460a01c60a087015285613063565b65ffffffffffff6101208501511690846130bc565b5f52600b60205263ffffffff6119a560405f2061303a565b816119ae612580565b916319e69fab60e01b5f52166004521660245260445ffd5b34610051575f36600319011261005157602060ff60025460a81c166040519015158152f35b3461005157604036600319011261005157611a04611f10565b6024356001600160401b03811161005157611a23903690600401611ee3565b91611a2c612502565b611a3581612ab1565b91604083018051600381101561047d57611aaf575061074590611a9d9465ffffffffffff60608601511660c08601519065ffffffffffff610100880151166001600160401b03610160890151169260e08901519465ffffffffffff6101208b01511696612b21565b5f5f516020614e6a5f395f51905f525d005b5193600385101561047d57611a9d94600103611b0257611af56107459260e08601519265ffffffffffff610120880151169065ffffffffffff61014089015116926139dc565b6001610100820152613ab2565b611b326107459260c08601519265ffffffffffff610100880151169065ffffffffffff61014089015116926139dc565b613ab2565b34610051575f36600319011261005157611b513633612916565b60025460ff8160a81c1615611b985760ff60a81b19166002556040513381527f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa90602090a1005b638dfc202b60e01b5f5260045ffd5b3461005157602036600319011261005157335f90815260076020526040902054600435906001600160a01b0316801580611cab575b15611ca65750335b6001600160a01b0316908115611c9357815f526006602052600360405f2001805465ffffffffffff8160b01c16808411801590611c84575b611c6e575065ffffffffffff60b01b191660b083901b65ffffffffffff60b01b161790556040519081527f46ec1e242d55a104c3bc85f69355daf4662f00840898c23c41f5258e0b6af20090602090a2005b83637f26ffd560e01b5f5260045260245260445ffd5b5065ffffffffffff8411611c1c565b630beaf00160e31b5f523360045260245ffd5b611be4565b50335f52600660205260ff60405f205460c01c16600581101561047d571515611bdc565b3461005157606036600319011261005157611ce8611ecd565b6024356001600160401b03811161005157611d07903690600401611ee3565b60449291923591611d16612502565b611d1e612537565b335f52600660205260405f2060ff815460c01c16600581101561047d57611eba576001600160601b0360055416808510611ea45750805460ff60c01b1916600160c01b178155611d8f611d6f612580565b825463ffffffff60c81b191660c89190911b63ffffffff60c81b16178255565b611dbd611d9d6009546125ba565b825463ffffffff60a01b191660a09190911b63ffffffff60a01b16178255565b6001810180546001600160a01b03191633179055600954600160401b811015611e905785611e5d85611a9d98867fe8daffc84854d4d5bd43bae233965984c66cb2cbfcb1c3c37e34647a202cbb9996611e1f876001611e6f9901600955611f7c565b81546001600160a01b0360039290921b91821b1916339182901b179091555f90815260076020526040902080546001600160a01b03191690556125e5565b60405194604086526040860191611fbd565b602084018590526001600160a01b0390921692339281900390a33333612807565b634e487b7160e01b5f52604160045260245ffd5b846302b4f2ab60e51b5f5260045260245260445ffd5b63a3825d6560e01b5f523360045260245ffd5b600435906001600160a01b038216820361005157565b9181601f84011215610051578235916001600160401b038311610051576020838186019501011161005157565b6004359065ffffffffffff8216820361005157565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90602080835192838152019201905f5b818110611f665750505090565b8251845260209384019390920191600101611f59565b600954811015611f945760095f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015611f94575f5260205f2001905f90565b908060209392818452848401375f828201840152601f01601f1916010190565b61016081019081106001600160401b03821117611e9057604052565b61018081019081106001600160401b03821117611e9057604052565b6101a081019081106001600160401b03821117611e9057604052565b608081019081106001600160401b03821117611e9057604052565b604081019081106001600160401b03821117611e9057604052565b90601f801991011681019081106001600160401b03821117611e9057604052565b60405190612097604083612067565b600b82526a726f756e64426c6f636b7360a81b6020830152565b604051906120c0604083612067565b600a8252696368616c6c656e67657360b01b6020830152565b6084356001600160401b03811681036100515790565b6024356001600160401b03811681036100515790565b6044356001600160401b03811681036100515790565b6001600160a01b031660045260449190600581101561047d57602452565b9190820180921161214657565b634e487b7160e01b5f52601160045260245ffd5b5f90335f52600660205260405f20612170612580565b60ff825460c01c16600581101561047d578015611c9357600481146124eb5760011461249457600182015462ffffff8160d01c1680612482575060e81c80612470575063ffffffff6121e681845460c81c16600485015460e01c908181105f1461246957505b828060045460a01c169116613677565b1663ffffffff821690808210612454575050815464ffffffffff60c01b191660c89190911b63ffffffff60c81b1617600160c21b17815561224d9080546001600160a01b03165f90815260076020526040902080546001600160a01b0319169055336138b6565b50600480546040516332fa79d960e21b8152600160a11b331792810183905291906001600160a01b0316602083602481845afa928315610dea575f93612420575b50826123c4575b5050600480546040516332fa79d960e21b815233600360a01b1792810183905292916001600160a01b0390911690602084602481855afa9384156123b9578694612385575b508361231d575b50506122ee929350612139565b906040518281527f920bb94eb3842a728db98228c375ff6b00c5bc5a54fac6736155517a0a20a61a60203392a2565b8590823b1561089b57604051633d6c5ae160e21b8152600481019190915233602482015260448101859052918290606490829084905af1801561237a57612365575b806122e1565b612370858092612067565b610897578361235f565b6040513d87823e3d90fd5b9093506020813d6020116123b1575b816123a160209383612067565b810103126100515751925f6122da565b3d9150612394565b6040513d88823e3d90fd5b803b1561005157604051633d6c5ae160e21b81526004810192909252336024830152604482018390525f908290606490829084905af18015610dea5761240b575b80612295565b6124189193505f90612067565b5f915f612405565b9092506020813d60201161244c575b8161243c60209383612067565b810103126100515751915f61228e565b3d915061242f565b63d23a840760e01b5f5260045260245260445ffd5b90506121d6565b630598a32560e11b5f5260045260245ffd5b63ab1927e760e01b5f5260045260245ffd5b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600160c11b1790915590915063ffffffff16337f091a227d6bf245c5e1e92b39c221112473d1e6059f1b6f7c367d9bdd1ab250b95f80a35f90565b63070211fb60e31b5f526124ff903361211b565b5ffd5b5f516020614e6a5f395f51905f525c6125285760015f516020614e6a5f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b60ff60025460a81c1661254657565b63d93c066560e01b5f5260045ffd5b9190820391821161214657565b811561256c570490565b634e487b7160e01b5f52601260045260245ffd5b63ffffffff6125b66125b160035461ffff6125a665ffffffffffff8360a01c1643612555565b9160d01c1690612562565b6125ba565b1690565b63ffffffff81116125ce5763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b6001600160a01b039182165f81815260076020526040902054939594939192909116158015906127d6575b81159081156127be575b506127ac57821580156127a2575b61278f575f81815260076020819052604090912080546001600160a01b03199081163317909155835416909117825501906001600160401b038111611e90578154600181811c91168015612785575b602082101461277157601f8111612720575b505f601f82116001146126c157819293945f926126b6575b50508160011b915f199060031b1c1916179055565b013590505f806126a1565b601f19821694835f5260205f20915f5b8781106127085750836001959697106126ef575b505050811b019055565b01355f19600384901b60f8161c191690555f80806126e5565b909260206001819286860135815501940191016126d1565b8181111561268957825f5260205f20601f830160051c9060208410612769575b81601f9101920160051c03905f5b82811061275c575050612689565b5f8282015560010161274e565b5f9150612740565b634e487b7160e01b5f52602260045260245ffd5b90607f1690612677565b826325e2e0db60e11b5f5260045260245ffd5b5060408311612628565b63e90a7c1760e01b5f5260045260245ffd5b9050806127cc575b5f61261a565b50338114156127c6565b50805f52600660205260ff60405f205460c01c16600581101561047d571515612610565b805115611f945760200190565b91906040918251936128198486612067565b600185526020850191601f19850191823685378551926128398785612067565b600184523660208501376001600160a01b0316600160a11b1761285b876127fa565b52612865826127fa565b526004546001600160a01b031692833b1561005157845163b96f8f3760e01b81526001600160a01b0390911660048201526060602482015294516064860181905285926084840192915f5b8181106128fd575050505f836128d58296948294600319848303016044850152611f49565b03925af19081156128f457506128e85750565b5f6128f291612067565b565b513d5f823e3d90fd5b82518552889550602094850194909201916001016128b0565b6002546001600160a01b038116929060048210610051575f5f9060405f815196602088019063b700961360e01b825260018060a01b03169788602482015230604482015263ffffffff60e01b833516606482015260648152612979608482612067565b828052826020525190895afa612a46575b15612997575b5050505050565b63ffffffff1615612a345760ff60a01b1916600160a01b17600255823b15610051576020925f9283604051809681958294634a63ebf760e11b845260048401526040602484015260448301908082528085848401378181018301859052601f01601f1916010103925af18015610dea57612a24575b506002805460ff60a01b191690555f80808080612990565b5f612a2e91612067565b5f612a0c565b8262d1953b60e31b5f5260045260245ffd5b50505f516020518060201c15029061298a565b60405190612a6682611ff9565b5f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b612ac390612abd612a59565b50613691565b906020820163ffffffff81511663ffffffff612add612580565b1611612ae65750565b63ffffffff80915116612af7612580565b906332dccf7d60e11b5f526004521660245260445ffd5b8181029291811591840414171561214657565b5f979296949594929380612c98575f5b805b612c825750828911612c6f5781359160208a10612c5d575b6001600160fd1b038a168a03612146578960031b6101000391610100831161214657612b8693612b7e931c9485926139dc565b978851612139565b8752612b9187613cd0565b80602088015114801590612c4f575b612c34575091602093915f9360405192868401946001600160401b0360c01b9060c01b1685526001600160401b0360c01b9060c01b16602884015260308301526001600160401b0360c01b9060c01b16605082015260388152612c04605882612067565b604051918291518091835e8101838152039060025afa15610dea576128f291612c2e5f5182613f7d565b5061408c565b604087015190635854c95f60e01b5f5260045260245260445ffd5b508260408801511415612ba0565b915f198a60200360031b1b1691612b4b565b826363b1f89b60e01b5f5260045260245ffd5b985f198114612146576001019860081c80612b33565b5f19810181811115612b3157634e487b7160e01b5f52601160045260245ffd5b6080820180516001600160a01b03165f9081526006602052604090209192612ce0838561379e565b60a0600180821b038351169101937f47de48e3a1b9b8fd74fcfe098c9d37d3f6106fb7720492945d2e45bb53d543f3602065ffffffffffff6001600160601b03885116936040519485521692a360045490516001929092015492516001600160a01b0393841693928316600160a21b17926001600160601b039091169116803b1561005157604051633d6c5ae160e21b815260048101939093526001600160a01b0390931660248301526001600160601b03166044820152905f908290818381606481015b03925af18015610dea576128e85750565b6004356001600160401b0381168082036100515765ffffffffffff8111613023575065ffffffffffff1692835f52600b60205260405f205468ffffffffffffffffff8160381c16156130105760ff8160101c16612ffd576064356001600160401b0381169081811415806100515782158015612fec575b612fd157505050612f32612e4963ffffffff8360181c16611f7c565b905460039190911b1c6001600160a01b031694612e658661382e565b94604260405160208101907f5fd18464103415dd2836fe6572917e59001f6de2daa7daa61bfee55c17ca030a82526001600160401b03612ea560046138a2565b1660408201526001600160401b03612ebd60246138a2565b16606082015260443560808201526001600160401b03612edd60646138a2565b1660a08201526001600160401b03612ef560846138a2565b1660c082015260c08152612f0a60e082612067565b519020612f156149e9565b906040519161190160f01b835260028301526022820152206140df565b505083546001600160a01b03828116911614612fcd5760018060a01b03851690815f52600860205260405f209060018060a01b03165f5260205263ffffffff60405f20541663ffffffff8360a01c1611612fbb57506001600160a01b0390612f9d9060ff16866143d3565b5416803303612fa95750565b6306c81dd560e11b5f5260045260245ffd5b631992f39360e31b5f5260045260245ffd5b5050565b61005157506361b6d0b360e01b5f525f60045260245260445ffd5b50505f65ffffffffffff8311612e2d565b846308e0876560e31b5f5260045260245ffd5b84639cd0472160e01b5f5260045260245ffd5b6306dfcc6560e41b5f52603060045260245260445ffd5b6125b663ffffffff91548261ffff8260c01c169160a01c16613677565b600382101561047d5752565b9065ffffffffffff166060820152602435906001600160401b038216918281036100515750606435906001600160401b03821682036100515765ffffffffffff8261016093501661012082015260443560e08201520152565b9065ffffffffffff1691808310156130d657506101400152565b826361b6d0b360e01b5f5260045260245260445ffd5b91909160105465ffffffffffff8160301c1665ffffffffffff81146121465765ffffffffffff60301b6001909101603081901b919091166bffffffffffff00000000000019929092169190911760105565ffffffffffff81165f818152600f6020908152604090912086518154928801805163ffffffff60a01b60a09190911b166001600160a01b039092166001600160c01b03199094169390931717815591959192906040830190815194600386101561047d578491815496606084019765ffffffffffff60c81b895160c81b169160ff60c01b9060c01b169066ffffffffffffff60c01b191617178255600182019760018060a01b0360018060a01b03608086015116166001600160601b0360a01b8a541617895560a084019889518154906001600160601b0360a01b906001600160601b0360a01b9060a01b16169060018060a01b031617905560c084019283516002820155600460e0860191825160038201550190610100860165ffffffffffff81511665ffffffffffff198454161783556001610120880194855165ffffffffffff60301b8087549260301b16169065ffffffffffff60301b1916178555610140890194855161016082549b019a6001600160401b0360901b8c5160901b169165ffffffffffff60601b9060601b16906dffffffffffffffffffffffffffff60601b19161717905501805460e81c9062ffffff82146121465780546001600160e81b031660019290920160e81b6001600160e81b03191691909117905560018060a01b0360808b015116975f61018060405161333981612015565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015201525195600387101561047d578c600160a01b6001900360808d01511696600160a01b600190038d5116905163ffffffff1691516001600160601b03169251935165ffffffffffff16955165ffffffffffff169d5165ffffffffffff1699516001600160401b03169451965165ffffffffffff1697604051998d6134058c612015565b65ffffffffffff168b5261341c9060208c01613057565b60408a01526060890152608088015260a087015260c0860190815260e0860192835261010086019a8b52610120860196875261014086019182526101608601938452610180860194855260405196865165ffffffffffff1688526020870151600381101561047d576001600160601b039c65ffffffffffff6001600160401b0396819a958c60a080859986986020850152600180831b036040820151166040850152600180831b03606082015116606085015263ffffffff608082015116608085015201519101525160c08d0152511660e08b01525116610100890152511661012087015251166101408501525161016084015251166101808201527f5f5edbe4a3d94a60b79401815873c340fac00f5b53b2ff9c77663ebaf76d36666101a065ffffffffffff33951692a4608001519151604080519390926001600160a01b03909116911661356c8385612067565b600184526020840190601f198401928336843784519361358c8686612067565b60018552366020860137600160a21b176135a5866127fa565b526135af836127fa565b526004546001600160a01b031691823b1561005157835163b96f8f3760e01b81523360048201526060602482015294516064860181905285926084840192915f5b818110613615575050505f836128d58296948294600319848303016044850152611f49565b82518552889550602094850194909201916001016135f0565b156136365750565b6040516302aa8f4160e01b81526020600482015290819061365b906024830190611f25565b0390fd5b63ffffffff60019116019063ffffffff821161214657565b9063ffffffff8091169116019063ffffffff821161214657565b65ffffffffffff906136a1612a59565b501690815f52600f60205260405f20916001600160401b036004604051946136c886611ff9565b80546001600160a01b038116875260a081901c63ffffffff16602088015265ffffffffffff9061370260c082901c60ff1660408a01613057565b60c81c166060870152600181015460018060a01b038116608088015260a01c60a0870152600281015460c0870152600381015460e0870152015465ffffffffffff811661010086015265ffffffffffff8160301c1661012086015265ffffffffffff8160601c1661014086015260901c166101608401528260018060a01b039051161561378c5750565b637a71049560e01b5f5260045260245ffd5b9065ffffffffffff600192165f52600f6020525f6004604082208281558285820155826002820155826003820155015501805460e81c9081156121465780546001600160e81b03165f1990920160e81b6001600160e81b031916919091179055565b60405190606082018281106001600160401b03821117611e90576040525f6040838281528260208201520152565b9060018060a01b038216805f52600660205260405f209260ff845460c01c1691600583101561047d5782156138905750600182141580613885575b613871575050565b63070211fb60e31b5f526124ff925061211b565b506002821415613869565b630beaf00160e31b5f5260045260245ffd5b35906001600160401b038216820361005157565b600382018054605081901c6001600160601b0316949391908515613982576bffffffffffffffffffffffff60501b19169055600101546040518481526001600160a01b039283169290911690819083907f484decdc1e9549e1866295f6f86c889ded3f7de410e7488a7a415978589dc8fd90602090a36004546001600160a01b031691823b1561005157604051633d6c5ae160e21b8152600160a01b90911760048201526001600160a01b03909116602482015260448101849052905f90829081838160648101612da5565b505f9450505050565b6040519061399882611fdd565b5f610140838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152565b929190916139e861398b565b5081811015613a9d5760405190602082016040528152613a0661398b565b5065ffffffffffff8211613a8657613a1c61398b565b93613a3e60405194611fc0860160405285630400000017604087015282612139565b610140860152806101208601528452806080850152606084015260408301526060810180821161214657610f6082018083116121465760c084015260a083015260e082015290565b5063459c788d60e11b5f525f60045260245260445ffd5b63459c788d60e11b5f5260045260245260445ffd5b610100810192909160015b15613b2a575b5f613acd84613cd0565b8451613abd578351610f6060a0860180519063020000006040890151853560801c8452602084019060c01b171760408301526060820190520160c08601526001865260108101809111612146578452613b2584613cd0565b613abd565b928251908135938460e01c9260048101809111612146578152613b4c81614405565b61010083018084116121465760ff84019081116121465760408201938451809260081c03613cbb5750506060810151925f928495608084019860a085019860208601965b8b518a11613c725786518b51895188519093925f198201918211612146578d60206101008094978893510393818188370194818460051b1694859160025afa955b613c25575050519215610051578852613be988614405565b898b14159081613c1a575b50613c0b5798602081018091116121465798613b90565b6393ff20b560e01b5f5260045ffd5b90508114155f613bf4565b9190949285918360208860041b169760011c936001191610811715613c675790602091828235911852019260208660405f60025afa1694915b60011c80613bd1565b518652929491613c5e565b9599509550955095509650505f5263ffffffff60c01b9060201c1660205260205f60288160025afa1561005157613caa5f5184613f7d565b15613ac3579092506128f29161408c565b639c486ae160e01b5f5260045260245260445ffd5b5f916060820180516080840151808203613e1e575b50505160808301518114613d3b575b50613cfe82614405565b8215613d365750604001519081811015613d2157630f04ae6d60e21b5f5260045ffd5b635186268b60e01b5f5260045260245260445ffd5b915050565b925090805191604082019182519160a0820191825196519460208201938451870394603097650100000000009a60c086019a5b5b8c5f198b0110613e0c5780358b610100031c908b60031c01998c5183145f1982015f198401101517613df0578183816020938e6060968f105f14613dcc5735858401520360801b8260c01b171760408501529a5b01910190613d6e565b50909150039a8c3585528285018c60801b8360c01b1717604086015203999a613dc3565b99979c509950949950959091929503905252845252915f613cf4565b909b99600719019960081c9b90613d6f565b909194505f91845190604086015192602087015160a08801519260309065010000000000915b848203613e6d575b5050506020880152608087015260a086015284526040840152925f80613ce5565b919750939594955b875f19870110613f6a57863582610100031c968260031c0160c08b015182145f1988015f198a01101517613f5f57878085019703968760801b8960c01b179781875110828951100190815f14613f435750600114613eee5750908060208360609435828401520197175b604082015201935f9791613e44565b97999360208792939c969d979a94989a015b8981511015613f1157602001613f00565b989960609398949a630100000092969c979d93989e60681b8b60501b179060201b178317171797601f19019497613edf565b8335855299505060209182019790945060609291820117613edf565b959697819550613e4c565b60089790971c9660071990910190613e75565b919060a0830190815193601f198501519162ffffff8316526001945b605f1981019263070000008116613fcb5750607f19015194602062ffffff871660508560025afa16935b939491613f99565b630400000081979297169081614080576301000000811661401e5750506020607f1987015196603862ffffff891691604f190160025afa1693610f6060e08301510160c08301525f610100830152613fc3565b60809197945062ffffff90603f969493961986016001600160801b0319821617601f1987015265ffffffffffff8160201c16602085015265ffffffffffff81841c166040850152818160501c16606085015260681c16910152525b1561005157565b50955092505050614079565b8051610140820190815181036140aa57505060e001515103613c0b57565b6140bf6101206140c993940191825190612555565b9251905190612555565b9063c3ac829760e01b5f5260045260245260445ffd5b9060418303614109576141029250602081013591604082359201355f1a90614439565b9192909190565b50505f9160029190565b60ff811690601f8211614142576040519161412f604084612067565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b919060ff815460c01c16606084019365ffffffffffff8551165f52600b60205260405f209163ffffffff6141848461303a565b95169463ffffffff806141968861365f565b16911611908115916143a9575b506129905760800180519094906141c49084906001600160a01b03166144bb565b51935165ffffffffffff909416936001600160a01b0316926141e59061365f565b63ffffffff166141f48261303a565b8254938460801c63ffffffff16908560381c68ffffffffffffffffff1661421b9083612b0e565b906142268585614b79565b63ffffffff166142369083612b0e565b9660a01c63ffffffff1661424a9086614b79565b865461ffff60c01b191660c09190911b61ffff60c01b1617865560408051868152602081018990528a917f44201af10d5fce21b627fd1df46344c61984d0fb56954d68cf0b27bc3c949a0c91a2600401926142a482614ba3565b6142ad84614ba3565b906142b89286614be1565b6142c190614ba3565b6142ca90614b93565b906142d490614ba3565b6142dd90614b93565b6142e8918484614be1565b805461431b929060e01c81811015614383575081546001600160e01b031660e09190911b6001600160e01b031916179055565b60045490546001600160a01b03918216946143399160ff16906143d3565b541692803b1561005157604051633d6c5ae160e21b8152600160a01b90931760048401526001600160a01b0390931660248301526044820152905f90829081838160648101612da5565b90509080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b9050600581101561047d57600181141590816143c7575b505f6141a3565b6002915014155f6143c0565b9060ff65ffffffffffff911691160365ffffffffffff81116121465765ffffffffffff165f52600c60205260405f2090565b805190610140810151809211614419575050565b610120015161442791612555565b6363b1f89b60e01b5f5260045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116144b0579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610dea575f516001600160a01b038116156144a657905f905f90565b505f906001905f90565b5050505f9160039190565b916144c4612580565b906144cd614b05565b506144d6614b05565b5063ffffffff600384015460301c16928054936040906144f4614b05565b5060048301549482519461450786612031565b6001600160801b038716865260208601976001600160401b038860801c1689528487019763ffffffff8160c01c168952606088019560ff8360e81c1687525b63ffffffff8a511663ffffffff86168110806147cf575b806147c6575b15614699576001600160401b038c51161515908161468e575b8161467e575b8161466d575b50614653575b6145c86145cd6145b68c63ffffffff6145a98183511661365f565b1680915260048c01614dd1565b92906001600160801b038d5116614bc6565b614e4d565b6001600160801b03811161463c576001600160801b03168a528b516145fe916145c8916001600160401b0316614bc6565b6001600160401b038111614625576001600160401b03168b528015612146575f1901614546565b6306dfcc6560e41b5f52604060045260245260445ffd5b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff87511660ff81146121465760010160ff16875261458e565b6146779150614ca7565b155f614588565b9050600760ff8951161090614582565b87811415915061457c565b5050959893509693959198909863ffffffff855116808760e01c111561479c575b5063ffffffff85511663ffffffff82161161473357505051905191516001600160e01b03199093166001600160801b03919091161760809190911b67ffffffffffffffff60801b161760c09190911b63ffffffff60c01b161760048401555160ff60e81b1990911660e89190911b60ff60e81b16179055565b908563ffffffff928160e01c848216105f14614792575b838116848360c01c16105f1461478957836147699260c01c1690614b79565b905b63eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b50505f9061476b565b508060e01c61474a565b63ffffffff82168110156147bb575063ffffffff815b1685525f6146ba565b63ffffffff906147b2565b50811515614563565b508260e01c811061455d565b90939192935f9183156149df576004546001600160a01b039081169116813b1561005157604051636864029360e11b8152600160a11b82176004820152600360a01b909117602482015260448101879052905f908290606490829084905af18015610dea576149c9575b50600901908154928315805f1461496d576148936040516148658161204c565b848152846020820152925b60208401516001600160d01b03169061488d9060408b901b612562565b90612139565b906001600160d01b0382116149545763ffffffff604051976148b48961204c565b168088526001600160d01b039092166020880152159182614943575b50501561490e575f1983019283116148fa57506148f792916148f191611fa8565b90614b29565b90565b634e487b7160e01b81526011600452602490fd5b600160401b83101561492f5750816148f19160016148f79594018155611fa8565b634e487b7160e01b81526041600452602490fd5b5163ffffffff161490505f806148d0565b6306dfcc6560e41b845260d06004526024829052604484fd5b5f1985018581116149b5576149856148939186611fa8565b50604051906149938261204c565b5463ffffffff81168252602090811c6001600160d01b03169082015292614870565b634e487b7160e01b84526011600452602484fd5b6149d69192505f90612067565b5f906009614845565b5050505050505f90565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480614adc575b15614a44577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614ad660c082612067565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614a1b565b60405190614b1282612031565b5f6060838281528260208201528260408201520152565b9190614b6657805182546020928301516001600160f01b031990911663ffffffff9290921691909117911b640100000000600160f01b0316179055565b634e487b7160e01b5f525f60045260245ffd5b9063ffffffff80911691160363ffffffff81116121465790565b600160ff1b8114612146575f0390565b6001600160ff1b038111614bb45790565b63123baf0360e11b5f5260045260245ffd5b9190915f838201938412911290801582169115161761214657565b9290919263ffffffff80614bfa81845460c01c1661365f565b169316928303614c5f57906001614c2392019384548463ffffffff821614614c2b575b50614d79565b60401b179055565b90614c52614c589260401c916001600160401b038360401d931660070b92600f0b90614bc6565b92614bc6565b905f614c1d565b92614c946002614c9a9394950193855f5284602052614c5260405f2054936001600160401b038560401d951660070b94614bc6565b90614d79565b915f5260205260405f2055565b63ffffffff8060105460601c16911690811115614d73576020614ce9614cd86003549361ffff8560d01c1690612b0e565b65ffffffffffff8460a01c16612139565b6044614cfc617fff8560d11c1683612139565b604051637f04a68f60e11b815260048101939093526024830152909283919082906001600160a01b03165afa908115610dea575f91614d3a57501590565b90506020813d602011614d6b575b81614d5560209383612067565b8101031261005157518015158103610051571590565b3d9150614d48565b50600190565b908180600f0b03614db957808060070b03614da2576001600160401b03169060401b60170b1790565b63327269a760e01b5f52604060045260245260445ffd5b5063327269a760e01b5f52608060045260245260445ffd5b91909163ffffffff83165f526002810160205260405f2054926001600160401b038460401d941660070b809463ffffffff600182950154931663ffffffff841603614e4557505090614e3f6148f79260401c916001600160401b038360401d931660070b92600f0b90614bc6565b93614bc6565b945092915050565b5f8112614e575790565b635467221960e11b5f5260045260245ffdfe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const;
