// Generated from contracts/src/MarketExtension.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 20114 bytes deployed.

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

export const marketExtensionBytecode = "0x61018080604052346101db57602081615114803803809161002082856101df565b8339810103126101db57516001600160a01b03811681036101db576040516100496040826101df565b6005815260208101906421b0b4b93760d91b82526040519161006c6040846101df565b600183526020830191603160f81b835261008581610216565b6101205261009284610216565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100fb60c0826101df565b5190206080523060c052600280546001600160a01b03191690556040515f81527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a180610160523b156101ad57604051614e929081610282823960805181614a2a015260a05181614ae7015260c051816149f4015260e05181614a7901526101005181614a9f015261012051816116410152610140518161166d015261016051818181602001526104be0152f35b6040516302aa8f4160e01b8152602060048201526005602482015264766965777360d81b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761020257604052565b634e487b7160e01b5f52604160045260245ffd5b601f815111610241576020815191015160208210610232571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610055575b3461005157604051365f82375f8036837f00000000000000000000000000000000000000000000000000000000000000005af43d5f833e61004d573d90fd5b3d90f35b5f80fd5b5f5f3560e01c80630aeb6b4014611c46578063279d6d2e14611b1e5780633f4ba83a14611aae5780635a7e24f8146119625780635c975abb1461193d5780636626c3361461180c5780637a9e5e4b1461175d5780638456cb59146116fa57806384b0196e146116295780638fb36037146115e557806397467ae014610f855780639a2e2a6514610db75780639de8c01914610925578063a3ff39b21461089f578063bcc29c6214610516578063bf7e214f146104ed578063d65e880d146104a8578063dcf0005b14610389578063e9fad8ee1461034d578063eb4f16b51461025f5763fdea15be14610147575061000e565b3461025c57604036600319011261025c57610160611e44565b6024356001600160401b03811161025a577f2df2828fad1bd287eabe27d158420296b464a532a67e51bb8da3aced3343c3a36101a3610204923690600401611e5a565b92906101ee84826101b333613772565b80546001600160a01b03908116808c52600760205260408c2080546001600160a01b0319169055908a169991908a810361020a575b5061255c565b6040519182916020835233956020840191611f34565b0390a380f35b63ffffffff6102218161021b6124f7565b166135a3565b1690338d52600860205260408d209060018060a01b03165f5260205263ffffffff60405f20911663ffffffff198254161790555f6101e8565b825b80fd5b503461025c57602036600319011261025c5760043561027c612479565b6102846124ae565b338252600660205260ff604083205460c01c166005811015610339578015610326576001810361030e575080156102ff576102ec906040518181527f7c717985ac273e663b7f3050f5b15a4388ff6ed952338954f650e2093e13937f60203392a2333361277e565b805f516020614e725f395f51905f525d80f35b636c5a0aa160e11b8252600482fd5b63070211fb60e31b8352610323915033612092565b90fd5b630beaf00160e31b835233600452602483fd5b634e487b7160e01b83526021600452602483fd5b503461025c578060031936011261025c57602090610369612479565b6103716120d1565b905f516020614e725f395f51905f525d604051908152f35b503461025c57606036600319011261025c576103a3611e44565b90602435916044359065ffffffffffff8216820361025a576103c3612479565b6103cc81613772565b60028101549480860361049157506103e26129d0565b91600260408401526001600160a01b0316608083015233825260209461045d93610458919063ffffffff6104286104176124f7565b8260ff60045460d01c1691166135bb565b168886015260055460a01c60a086015265ffffffffffff600385015416918261010087015260c086015284613000565b613030565b905f516020614e725f395f51905f525d65ffffffffffff60405191168152f35b634e487b7160e01b5f52602160045260245ffd5b633c758b9360e11b85526004526024859052604484fd5b503461025c578060031936011261025c576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461025c578060031936011261025c576002546040516001600160a01b039091168152602090f35b503461025c5761010036600319011261025c57610531611e87565b9060a036602319011261025c5760c4356001600160401b03811161089b5761055d903690600401611e5a565b9260e4356001600160401b0381116108975761057d903690600401611e5a565b94610586612479565b61058f83612a28565b936060850165ffffffffffff81511691604087019182516003811015610883576002148015610869575b8015610847575b610816575165ffffffffffff16808952600b60205260408920546001600160a01b03916105f09160ff16906141f8565b54169060405194602086017f5fd18464103415dd2836fe6572917e59001f6de2daa7daa61bfee55c17ca030a81526024356001600160401b0381168091036108125760408801526044356001600160401b038116809103610812576060880152606435968760808201526084356001600160401b03811680910361080e5760a082015260a4356001600160401b03811680910361080e5791818d949360c0604294015260c081526106a260e082611fde565b5190206106ad6149f1565b906040519161190160f01b8352600283015260228201522090846106d2828685614023565b50506001600160a01b0316149384156107b3575b50505050156107a1575051600381101561078d571580610774575b1561074a57906102ec9596610745939260c087015165ffffffffffff610100890151169061072d61207c565b936001600160401b0361073e612050565b1696612a98565b612c2f565b5050508361075d576102ec929350612c2f565b6044838563c3ac829760e01b825281600452602452fd5b506001600160401b03610785612050565b161515610701565b634e487b7160e01b87526021600452602487fd5b631aa2a7bb60e11b8852600452602487fd5b60209450908060649260405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201849052601f01601f19160190845afa630b135d3f60e11b895114601f3d111616885f80806106e6565b8c80fd5b8b80fd5b6044896001600160401b03610829612066565b8161083261207c565b636618f0b360e01b8552911660045216602452fd5b5061085061207c565b6001600160401b03806101608b015116911611156105c0565b50836001600160401b0361087b612066565b1614156105b9565b634e487b7160e01b8a52602160045260248afd5b8380fd5b5080fd5b503461025c57602036600319011261025c576108b9611e44565b6108c233613772565b906001600160a01b03811661091c5750600133915b0180546001600160a01b0319166001600160a01b039092169182179055337f18b5078a8a55f53c428467b7f19cf8408acc494f8ae06b3e6202b7b2b19d23dc8380a380f35b600190916108d7565b50346100515760203660031901126100515761093f611e87565b90610948612479565b610951826135d5565b9161095a6124f7565b926020810163ffffffff81511663ffffffff86169080821115610da2575050608082019060018060a01b038251165f52600660205260405f2061099d81866136e2565b6109a5613744565b916040850151600381101561047d57600263ffffffff91149151166003830190815460e01c8111610b12575b505096869715610b01575b505060018060a01b03825116907fc4a87f55d0a2beacfdec8e4471c45a24a2771e1bcf1b46dbbd13ef7a55d0f04c608065ffffffffffff60a08701976001600160601b038951169480519060406020820151910151916040519788526020880152604087015260608601521692a36004549051915192516001600160a01b0393841693928316600160a21b17926001600160601b039091169116803b15610afd57604051633d6c5ae160e21b815260048101939093526001600160a01b039390931660248301526001600160601b031660448201529082908290606490829084905af18015610af257610add575b505f516020614e725f395f51905f525d80f35b81610ae791611fde565b61025c57805f610aca565b6040513d84823e3d90fd5b8480fd5b610b0b9185614130565b5f806109dc565b610b4f929450610b3063ffffffff9160ff60045460d01c16906135bb565b82546001600160e01b0316911660e01b6001600160e01b031916179055565b6004805484516040516332fa79d960e21b8152600160a11b6001600160a01b0392831617938101939093526020908390602490829085165afa918215610d51575f92610d6c575b509061ffff610ba99260e81c1690612a85565b60016127105f19830104019015150296610bc1613744565b92600589048452610be9610be1604086019a8060011c8c528651906124cc565b8a51906124cc565b6020850181815285918315610d5c575086518151610c2b916001600160a01b031690610c1588836142e0565b86886001600160801b0360048201541693614600565b90525b8551875191519a600160a11b6001600160a01b0392831617929091168b610cdb575b50899a50519081610c66575b50819299506109d1565b6004546001600160a01b031691823b15610cd75760648b92836040519586948593633d6c5ae160e21b8552600485015261dead602485015260448401525af1908115610ccc57899115610c5c5781610cbd91611fde565b610cc857875f610c5c565b8780fd5b6040513d8b823e3d90fd5b8a80fd5b600454929b90926001600160a01b031690813b1561005157604051633d6c5ae160e21b8152600481018e90526001600160a01b039490941660248501526044840152919a918b6064815a5f948591f18015610d5157610d3b575b8a610c50565b9850985f610d4891611fde565b5f978990610d35565b6040513d5f823e3d90fd5b610d67915088614095565b610c2e565b91506020823d602011610d9a575b81610d8760209383611fde565b810103126100515790519061ffff610b96565b3d9150610d7a565b63377ce84f60e21b5f5260045260245260445ffd5b3461005157366003190160c081126100515760a0136100515760a4356001600160401b03811161005157610df2610e00913690600401611e5a565b90610dfb612479565b612d2d565b65ffffffffffff839293165f52600b60205260405f20906003810154918260301c90600160ff63ffffffff610e368186166135a3565b169362ffffff8760381c165f5260088601602052161b60405f205416158015610f6c575b8015610f59575b610f32578163ffffffff610e7483612f7e565b161115610f0e575050610e856129d0565b915f60408401526001600160a01b039094166080830152338252602093610eee93610ed09063ffffffff610eba6104176124f7565b168786015260055460a01c60a086015284612fa7565b65ffffffffffff6002830154911661010084015260c0830152613030565b5f5f516020614e725f395f51905f525d65ffffffffffff60405191168152f35b610f1c63ffffffff91612f7e565b6319e69fab60e01b5f521660045260245260445ffd5b506001600160401b03610f43612050565b630f72e55b60e31b5f521660045260245260445ffd5b5063ffffffff815460a01c168210610e61565b506001600160401b03610f7d612050565b168210610e5a565b346100515761016036600319011261005157610fa1363361288d565b60243563ffffffff811680820361005157610fd060035491610fc1611fff565b9061ffff8460d01c1614613572565b6044359163ffffffff831680840361005157610ffc90610fee612028565b9060ff8560e01c1614613572565b6040519261100984611f54565b6004356001600160a01b0381169390848103610051578552602085019283526040850191825260608501606435815260808601608435815260a4359063ffffffff821682036100515760a0880191825260c4359263ffffffff841684036100515760c0890193845260e4359463ffffffff861686036100515760e08a01958652610104359663ffffffff88168803610051576101008b01978852610124359863ffffffff8a168a03610051576101208c01998a526101408c019a610144358c523b156115b6576110f563ffffffff825116600281101590816115a9575b506110ef611fff565b90613572565b61111363ffffffff835116801515908161159d575b506110ef612028565b835192831515938461158b575b5061114e6040948551906111348783611fde565b60088252676d696e5374616b6560c01b6020830152613572565b6111856001600160401b038751111585519061116a8783611fde565b6009825268756e69745374616b6560b81b6020830152613572565b6111ca63ffffffff885116801515908161157e575b508551906111a88783611fde565b601082526f736c6173684261736973506f696e747360801b6020830152613572565b6112096201000063ffffffff8a511611158551906111e88783611fde565b600f82526e756e626f6e64696e67526f756e647360881b6020830152613572565b61124461100063ffffffff8b511611158551906112268783611fde565b600c82526b6e6f74696365526f756e647360a01b6020830152613572565b61128763ffffffff8b511660028110159081611572575b508551906112698783611fde565b600c82526b616e73776572526f756e647360a01b6020830152613572565b6112d963ffffffff8c51168015159081611565575b508551906112aa8783611fde565b601782527f64697370757465536c6173684261736973506f696e74730000000000000000006020830152613572565b6113138c518015159081611553575b508551906112f68783611fde565b600b82526a191a5cdc1d5d19509bdb9960aa1b6020830152613572565b815161ffff60d01b60d09190911b1661ffff60d01b19821681176003558d516001600160a01b039081169290811683900361150a575b50505081516003549060ff60e01b9060e01b169060ff60e01b19161760035583516001600160601b0316600554906001600160401b0360601b875160601b16916001600160601b0360a01b16171760055585516004549061ffff60d81b9060d81b169061ffff60d81b19161760045586516004549063ffffffff60a01b9063ffffffff60a01b9060a01b16169063ffffffff60a01b19161760045587516004549061ffff60c01b9061ffff60c01b9060c01b16169061ffff60c01b191617600455885160045461ffff60e81b8c5160e81b169160ff60d01b9060d01b169064ffff0000ff60d01b191617176004558a51600554906001600160601b0360a01b906001600160601b0360a01b9060a01b161690600160a01b60019003161760055582519b600160a01b600190039051168c525163ffffffff1660208c01525163ffffffff16908a01525160608901525160808801525163ffffffff1660a08701525163ffffffff1660c08601525163ffffffff1660e08501525163ffffffff166101008401525163ffffffff16610120830152516101408201526101607f6557e3a01aa36b37bc1376ee2e77791672be05b777b46a99da922d12c7a4ba1191a1005b6115126124f7565b6010805463ffffffff60601b191660609290921b63ffffffff60601b16919091179055600167ffff00000000000160a01b03191617176003558c8080611349565b6001600160601b03915011158f6112e8565b612710915011158f61129c565b6008915011158f61125b565b612710915011158f61119a565b6001600160601b03101593508d611120565b6020915011158e61110a565b611000915011158e6110e6565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b34610051575f3660031901126100515760025460a01c60ff1615611621576020638fb3603760e01b5b6040516001600160e01b03199091168152f35b60205f61160e565b34610051575f366003190112610051576116c86116657f0000000000000000000000000000000000000000000000000000000000000000614057565b6116f66116917f0000000000000000000000000000000000000000000000000000000000000000614057565b6116d6604051916116a3602084611fde565b5f83525f368137604051958695600f60f81b875260e0602088015260e0870190611e9c565b908582036040870152611e9c565b904660608501523060808501525f60a085015283820360c0850152611ec0565b0390f35b34610051575f36600319011261005157611714363361288d565b61171c6124ae565b6002805460ff60a81b1916600160a81b1790556040513381527f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a25890602090a1005b3461005157602036600319011261005157611776611e44565b6002546001600160a01b03811633036117fa57813b156117d9576001600160a01b0319166001600160a01b039091169081176002556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a1005b506361798f2f60e11b5f9081526001600160a01b0391909116600452602490fd5b62d1953b60e31b5f523360045260245ffd5b3461005157366003190160e081126100515760a0136100515760a4356001600160401b03811161005157611844903690600401611e5a565b9060c4359165ffffffffffff831683036100515761186491610dfb612479565b65ffffffffffff83929316805f52600b60205261188360405f20612f7e565b63ffffffff806118916124f7565b169116111561190457506118a36129d0565b916020946118ef61045892610eee966001604088015260018060a01b0316608087015233865263ffffffff6118d96104176124f7565b168887015260055460a01c60a087015285612fa7565b65ffffffffffff610120850151169084613000565b5f52600b60205263ffffffff61191c60405f20612f7e565b816119256124f7565b916319e69fab60e01b5f52166004521660245260445ffd5b34610051575f36600319011261005157602060ff60025460a81c166040519015158152f35b346100515760403660031901126100515761197b611e87565b6024356001600160401b0381116100515761199a903690600401611e5a565b916119a3612479565b6119ac81612a28565b91604083018051600381101561047d57611a26575061074590611a149465ffffffffffff60608601511660c08601519065ffffffffffff610100880151166001600160401b03610160890151169260e08901519465ffffffffffff6101208b01511696612a98565b5f5f516020614e725f395f51905f525d005b5193600385101561047d57611a1494600103611a7957611a6c6107459260e08601519265ffffffffffff610120880151169065ffffffffffff6101408901511692613920565b60016101008201526139f6565b611aa96107459260c08601519265ffffffffffff610100880151169065ffffffffffff6101408901511692613920565b6139f6565b34610051575f36600319011261005157611ac8363361288d565b60025460ff8160a81c1615611b0f5760ff60a81b19166002556040513381527f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa90602090a1005b638dfc202b60e01b5f5260045ffd5b3461005157602036600319011261005157335f90815260076020526040902054600435906001600160a01b0316801580611c22575b15611c1d5750335b6001600160a01b0316908115611c0a57815f526006602052600360405f2001805465ffffffffffff8160b01c16808411801590611bfb575b611be5575065ffffffffffff60b01b191660b083901b65ffffffffffff60b01b161790556040519081527f46ec1e242d55a104c3bc85f69355daf4662f00840898c23c41f5258e0b6af20090602090a2005b83637f26ffd560e01b5f5260045260245260445ffd5b5065ffffffffffff8411611b93565b630beaf00160e31b5f523360045260245ffd5b611b5b565b50335f52600660205260ff60405f205460c01c16600581101561047d571515611b53565b3461005157606036600319011261005157611c5f611e44565b6024356001600160401b03811161005157611c7e903690600401611e5a565b60449291923591611c8d612479565b611c956124ae565b335f52600660205260405f2060ff815460c01c16600581101561047d57611e31576001600160601b0360055416808510611e1b5750805460ff60c01b1916600160c01b178155611d06611ce66124f7565b825463ffffffff60c81b191660c89190911b63ffffffff60c81b16178255565b611d34611d14600954612531565b825463ffffffff60a01b191660a09190911b63ffffffff60a01b16178255565b6001810180546001600160a01b03191633179055600954600160401b811015611e075785611dd485611a1498867fe8daffc84854d4d5bd43bae233965984c66cb2cbfcb1c3c37e34647a202cbb9996611d96876001611de69901600955611ef3565b81546001600160a01b0360039290921b91821b1916339182901b179091555f90815260076020526040902080546001600160a01b031916905561255c565b60405194604086526040860191611f34565b602084018590526001600160a01b0390921692339281900390a3333361277e565b634e487b7160e01b5f52604160045260245ffd5b846302b4f2ab60e51b5f5260045260245260445ffd5b63a3825d6560e01b5f523360045260245ffd5b600435906001600160a01b038216820361005157565b9181601f84011215610051578235916001600160401b038311610051576020838186019501011161005157565b6004359065ffffffffffff8216820361005157565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90602080835192838152019201905f5b818110611edd5750505090565b8251845260209384019390920191600101611ed0565b600954811015611f0b5760095f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015611f0b575f5260205f2001905f90565b908060209392818452848401375f828201840152601f01601f1916010190565b61016081019081106001600160401b03821117611e0757604052565b61018081019081106001600160401b03821117611e0757604052565b6101a081019081106001600160401b03821117611e0757604052565b608081019081106001600160401b03821117611e0757604052565b604081019081106001600160401b03821117611e0757604052565b90601f801991011681019081106001600160401b03821117611e0757604052565b6040519061200e604083611fde565b600b82526a726f756e64426c6f636b7360a81b6020830152565b60405190612037604083611fde565b600a8252696368616c6c656e67657360b01b6020830152565b6084356001600160401b03811681036100515790565b6024356001600160401b03811681036100515790565b6044356001600160401b03811681036100515790565b6001600160a01b031660045260449190600581101561047d57602452565b919082018092116120bd57565b634e487b7160e01b5f52601160045260245ffd5b5f90335f52600660205260405f206120e76124f7565b60ff825460c01c16600581101561047d578015611c0a57600481146124625760011461240b57600182015462ffffff8160d01c16806123f9575060e81c806123e7575063ffffffff61215d81845460c81c16600485015460e01c908181105f146123e057505b828060045460a01c1691166135bb565b1663ffffffff8216908082106123cb575050815464ffffffffff60c01b191660c89190911b63ffffffff60c81b1617600160c21b1781556121c49080546001600160a01b03165f90815260076020526040902080546001600160a01b0319169055336137fa565b50600480546040516332fa79d960e21b8152600160a11b331792810183905291906001600160a01b0316602083602481845afa928315610d51575f93612397575b508261233b575b5050600480546040516332fa79d960e21b815233600360a01b1792810183905292916001600160a01b0390911690602084602481855afa9384156123305786946122fc575b5083612294575b50506122659293506120b0565b906040518281527f920bb94eb3842a728db98228c375ff6b00c5bc5a54fac6736155517a0a20a61a60203392a2565b8590823b1561089b57604051633d6c5ae160e21b8152600481019190915233602482015260448101859052918290606490829084905af180156122f1576122dc575b80612258565b6122e7858092611fde565b61089757836122d6565b6040513d87823e3d90fd5b9093506020813d602011612328575b8161231860209383611fde565b810103126100515751925f612251565b3d915061230b565b6040513d88823e3d90fd5b803b1561005157604051633d6c5ae160e21b81526004810192909252336024830152604482018390525f908290606490829084905af18015610d5157612382575b8061220c565b61238f9193505f90611fde565b5f915f61237c565b9092506020813d6020116123c3575b816123b360209383611fde565b810103126100515751915f612205565b3d91506123a6565b63d23a840760e01b5f5260045260245260445ffd5b905061214d565b630598a32560e11b5f5260045260245ffd5b63ab1927e760e01b5f5260045260245ffd5b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600160c11b1790915590915063ffffffff16337f091a227d6bf245c5e1e92b39c221112473d1e6059f1b6f7c367d9bdd1ab250b95f80a35f90565b63070211fb60e31b5f526124769033612092565b5ffd5b5f516020614e725f395f51905f525c61249f5760015f516020614e725f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b60ff60025460a81c166124bd57565b63d93c066560e01b5f5260045ffd5b919082039182116120bd57565b81156124e3570490565b634e487b7160e01b5f52601260045260245ffd5b63ffffffff61252d61252860035461ffff61251d65ffffffffffff8360a01c16436124cc565b9160d01c16906124d9565b612531565b1690565b63ffffffff81116125455763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b6001600160a01b039182165f818152600760205260409020549395949391929091161580159061274d575b8115908115612735575b506127235782158015612719575b612706575f81815260076020819052604090912080546001600160a01b03199081163317909155835416909117825501906001600160401b038111611e07578154600181811c911680156126fc575b60208210146126e857601f8111612697575b505f601f821160011461263857819293945f9261262d575b50508160011b915f199060031b1c1916179055565b013590505f80612618565b601f19821694835f5260205f20915f5b87811061267f575083600195969710612666575b505050811b019055565b01355f19600384901b60f8161c191690555f808061265c565b90926020600181928686013581550194019101612648565b8181111561260057825f5260205f20601f830160051c90602084106126e0575b81601f9101920160051c03905f5b8281106126d3575050612600565b5f828201556001016126c5565b5f91506126b7565b634e487b7160e01b5f52602260045260245ffd5b90607f16906125ee565b826325e2e0db60e11b5f5260045260245ffd5b506040831161259f565b63e90a7c1760e01b5f5260045260245ffd5b905080612743575b5f612591565b503381141561273d565b50805f52600660205260ff60405f205460c01c16600581101561047d571515612587565b805115611f0b5760200190565b91906040918251936127908486611fde565b600185526020850191601f19850191823685378551926127b08785611fde565b600184523660208501376001600160a01b0316600160a11b176127d287612771565b526127dc82612771565b526004546001600160a01b031692833b1561005157845163b96f8f3760e01b81526001600160a01b0390911660048201526060602482015294516064860181905285926084840192915f5b818110612874575050505f8361284c8296948294600319848303016044850152611ec0565b03925af190811561286b575061285f5750565b5f61286991611fde565b565b513d5f823e3d90fd5b8251855288955060209485019490920191600101612827565b6002546001600160a01b038116929060048210610051575f5f9060405f815196602088019063b700961360e01b825260018060a01b03169788602482015230604482015263ffffffff60e01b8335166064820152606481526128f0608482611fde565b828052826020525190895afa6129bd575b1561290e575b5050505050565b63ffffffff16156129ab5760ff60a01b1916600160a01b17600255823b15610051576020925f9283604051809681958294634a63ebf760e11b845260048401526040602484015260448301908082528085848401378181018301859052601f01601f1916010103925af18015610d515761299b575b506002805460ff60a01b191690555f80808080612907565b5f6129a591611fde565b5f612983565b8262d1953b60e31b5f5260045260245ffd5b50505f516020518060201c150290612901565b604051906129dd82611f70565b5f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b612a3a90612a346129d0565b506135d5565b906020820163ffffffff81511663ffffffff612a546124f7565b1611612a5d5750565b63ffffffff80915116612a6e6124f7565b906332dccf7d60e11b5f526004521660245260445ffd5b818102929181159184041417156120bd57565b5f979296949594929380612c0f575f5b805b612bf95750828911612be65781359160208a10612bd4575b6001600160fd1b038a168a036120bd578960031b610100039161010083116120bd57612afd93612af5931c948592613920565b9788516120b0565b8752612b0887613c14565b80602088015114801590612bc6575b612bab575091602093915f9360405192868401946001600160401b0360c01b9060c01b1685526001600160401b0360c01b9060c01b16602884015260308301526001600160401b0360c01b9060c01b16605082015260388152612b7b605882611fde565b604051918291518091835e8101838152039060025afa15610d515761286991612ba55f5182613ec1565b50613fd0565b604087015190635854c95f60e01b5f5260045260245260445ffd5b508260408801511415612b17565b915f198a60200360031b1b1691612ac2565b826363b1f89b60e01b5f5260045260245ffd5b985f1981146120bd576001019860081c80612aaa565b5f19810181811115612aa857634e487b7160e01b5f52601160045260245ffd5b6080820180516001600160a01b03165f9081526006602052604090209192612c5783856136e2565b60a0600180821b038351169101937f47de48e3a1b9b8fd74fcfe098c9d37d3f6106fb7720492945d2e45bb53d543f3602065ffffffffffff6001600160601b03885116936040519485521692a360045490516001929092015492516001600160a01b0393841693928316600160a21b17926001600160601b039091169116803b1561005157604051633d6c5ae160e21b815260048101939093526001600160a01b0390931660248301526001600160601b03166044820152905f908290818381606481015b03925af18015610d515761285f5750565b6004356001600160401b0381168082036100515765ffffffffffff8111612f67575065ffffffffffff1692835f52600b60205260405f205468ffffffffffffffffff8160381c1615612f545760ff8160101c16612f41576064356001600160401b0381169081811415806100515782158015612f30575b612f1557505050612ea9612dc063ffffffff8360181c16611ef3565b905460039190911b1c6001600160a01b031694612ddc86613772565b94604260405160208101907f5fd18464103415dd2836fe6572917e59001f6de2daa7daa61bfee55c17ca030a82526001600160401b03612e1c60046137e6565b1660408201526001600160401b03612e3460246137e6565b16606082015260443560808201526001600160401b03612e5460646137e6565b1660a08201526001600160401b03612e6c60846137e6565b1660c082015260c08152612e8160e082611fde565b519020612e8c6149f1565b906040519161190160f01b83526002830152602282015220614023565b505083549091906001600160a01b03808416911614612f115760018060a01b03851691825f52600860205260405f209060018060a01b03165f5260205263ffffffff8060405f2054169160a01c1611612eff5750565b631992f39360e31b5f5260045260245ffd5b5050565b61005157506361b6d0b360e01b5f525f60045260245260445ffd5b50505f65ffffffffffff8311612da4565b846308e0876560e31b5f5260045260245ffd5b84639cd0472160e01b5f5260045260245ffd5b6306dfcc6560e41b5f52603060045260245260445ffd5b61252d63ffffffff91548261ffff8260c01c169160a01c166135bb565b600382101561047d5752565b9065ffffffffffff166060820152602435906001600160401b038216918281036100515750606435906001600160401b03821682036100515765ffffffffffff8261016093501661012082015260443560e08201520152565b9065ffffffffffff16918083101561301a57506101400152565b826361b6d0b360e01b5f5260045260245260445ffd5b91909160105465ffffffffffff8160301c1665ffffffffffff81146120bd5765ffffffffffff60301b6001909101603081901b919091166bffffffffffff00000000000019929092169190911760105565ffffffffffff81165f818152600f6020908152604090912086518154928801805163ffffffff60a01b60a09190911b166001600160a01b039092166001600160c01b03199094169390931717815591959192906040830190815194600386101561047d578491815496606084019765ffffffffffff60c81b895160c81b169160ff60c01b9060c01b169066ffffffffffffff60c01b191617178255600182019760018060a01b0360018060a01b03608086015116166001600160601b0360a01b8a541617895560a084019889518154906001600160601b0360a01b906001600160601b0360a01b9060a01b16169060018060a01b031617905560c084019283516002820155600460e0860191825160038201550190610100860165ffffffffffff81511665ffffffffffff198454161783556001610120880194855165ffffffffffff60301b8087549260301b16169065ffffffffffff60301b1916178555610140890194855161016082549b019a6001600160401b0360901b8c5160901b169165ffffffffffff60601b9060601b16906dffffffffffffffffffffffffffff60601b19161717905501805460e81c9062ffffff82146120bd5780546001600160e81b031660019290920160e81b6001600160e81b03191691909117905560018060a01b0360808b015116975f61018060405161327d81611f8c565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015201525195600387101561047d578c600160a01b6001900360808d01511696600160a01b600190038d5116905163ffffffff1691516001600160601b03169251935165ffffffffffff16955165ffffffffffff169d5165ffffffffffff1699516001600160401b03169451965165ffffffffffff1697604051998d6133498c611f8c565b65ffffffffffff168b526133609060208c01612f9b565b60408a01526060890152608088015260a087015260c0860190815260e0860192835261010086019a8b52610120860196875261014086019182526101608601938452610180860194855260405196865165ffffffffffff1688526020870151600381101561047d576001600160601b039c65ffffffffffff6001600160401b0396819a958c60a080859986986020850152600180831b036040820151166040850152600180831b03606082015116606085015263ffffffff608082015116608085015201519101525160c08d0152511660e08b01525116610100890152511661012087015251166101408501525161016084015251166101808201527f5f5edbe4a3d94a60b79401815873c340fac00f5b53b2ff9c77663ebaf76d36666101a065ffffffffffff33951692a4608001519151604080519390926001600160a01b0390911691166134b08385611fde565b600184526020840190601f19840192833684378451936134d08686611fde565b60018552366020860137600160a21b176134e986612771565b526134f383612771565b526004546001600160a01b031691823b1561005157835163b96f8f3760e01b81523360048201526060602482015294516064860181905285926084840192915f5b818110613559575050505f8361284c8296948294600319848303016044850152611ec0565b8251855288955060209485019490920191600101613534565b1561357a5750565b6040516302aa8f4160e01b81526020600482015290819061359f906024830190611e9c565b0390fd5b63ffffffff60019116019063ffffffff82116120bd57565b9063ffffffff8091169116019063ffffffff82116120bd57565b65ffffffffffff906135e56129d0565b501690815f52600f60205260405f20916001600160401b0360046040519461360c86611f70565b80546001600160a01b038116875260a081901c63ffffffff16602088015265ffffffffffff9061364660c082901c60ff1660408a01612f9b565b60c81c166060870152600181015460018060a01b038116608088015260a01c60a0870152600281015460c0870152600381015460e0870152015465ffffffffffff811661010086015265ffffffffffff8160301c1661012086015265ffffffffffff8160601c1661014086015260901c166101608401528260018060a01b03905116156136d05750565b637a71049560e01b5f5260045260245ffd5b9065ffffffffffff600192165f52600f6020525f6004604082208281558285820155826002820155826003820155015501805460e81c9081156120bd5780546001600160e81b03165f1990920160e81b6001600160e81b031916919091179055565b60405190606082018281106001600160401b03821117611e07576040525f6040838281528260208201520152565b9060018060a01b038216805f52600660205260405f209260ff845460c01c1691600583101561047d5782156137d457506001821415806137c9575b6137b5575050565b63070211fb60e31b5f526124769250612092565b5060028214156137ad565b630beaf00160e31b5f5260045260245ffd5b35906001600160401b038216820361005157565b600382018054605081901c6001600160601b03169493919085156138c6576bffffffffffffffffffffffff60501b19169055600101546040518481526001600160a01b039283169290911690819083907f484decdc1e9549e1866295f6f86c889ded3f7de410e7488a7a415978589dc8fd90602090a36004546001600160a01b031691823b1561005157604051633d6c5ae160e21b8152600160a01b90911760048201526001600160a01b03909116602482015260448101849052905f90829081838160648101612d1c565b505f9450505050565b604051906138dc82611f54565b5f610140838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152565b9291909161392c6138cf565b50818110156139e1576040519060208201604052815261394a6138cf565b5065ffffffffffff82116139ca576139606138cf565b9361398260405194611fc08601604052856304000000176040870152826120b0565b61014086015280610120860152845280608085015260608401526040830152606081018082116120bd57610f6082018083116120bd5760c084015260a083015260e082015290565b5063459c788d60e11b5f525f60045260245260445ffd5b63459c788d60e11b5f5260045260245260445ffd5b610100810192909160015b15613a6e575b5f613a1184613c14565b8451613a01578351610f6060a0860180519063020000006040890151853560801c8452602084019060c01b171760408301526060820190520160c086015260018652601081018091116120bd578452613a6984613c14565b613a01565b928251908135938460e01c92600481018091116120bd578152613a908161422a565b61010083018084116120bd5760ff84019081116120bd5760408201938451809260081c03613bff5750506060810151925f928495608084019860a085019860208601965b8b518a11613bb65786518b51895188519093925f1982019182116120bd578d60206101008094978893510393818188370194818460051b1694859160025afa955b613b69575050519215610051578852613b2d8861422a565b898b14159081613b5e575b50613b4f5798602081018091116120bd5798613ad4565b6393ff20b560e01b5f5260045ffd5b90508114155f613b38565b9190949285918360208860041b169760011c936001191610811715613bab5790602091828235911852019260208660405f60025afa1694915b60011c80613b15565b518652929491613ba2565b9599509550955095509650505f5263ffffffff60c01b9060201c1660205260205f60288160025afa1561005157613bee5f5184613ec1565b15613a075790925061286991613fd0565b639c486ae160e01b5f5260045260245260445ffd5b5f916060820180516080840151808203613d62575b50505160808301518114613c7f575b50613c428261422a565b8215613c7a5750604001519081811015613c6557630f04ae6d60e21b5f5260045ffd5b635186268b60e01b5f5260045260245260445ffd5b915050565b925090805191604082019182519160a0820191825196519460208201938451870394603097650100000000009a60c086019a5b5b8c5f198b0110613d505780358b610100031c908b60031c01998c5183145f1982015f198401101517613d34578183816020938e6060968f105f14613d105735858401520360801b8260c01b171760408501529a5b01910190613cb2565b50909150039a8c3585528285018c60801b8360c01b1717604086015203999a613d07565b99979c509950949950959091929503905252845252915f613c38565b909b99600719019960081c9b90613cb3565b909194505f91845190604086015192602087015160a08801519260309065010000000000915b848203613db1575b5050506020880152608087015260a086015284526040840152925f80613c29565b919750939594955b875f19870110613eae57863582610100031c968260031c0160c08b015182145f1988015f198a01101517613ea357878085019703968760801b8960c01b179781875110828951100190815f14613e875750600114613e325750908060208360609435828401520197175b604082015201935f9791613d88565b97999360208792939c969d979a94989a015b8981511015613e5557602001613e44565b989960609398949a630100000092969c979d93989e60681b8b60501b179060201b178317171797601f19019497613e23565b8335855299505060209182019790945060609291820117613e23565b959697819550613d90565b60089790971c9660071990910190613db9565b919060a0830190815193601f198501519162ffffff8316526001945b605f1981019263070000008116613f0f5750607f19015194602062ffffff871660508560025afa16935b939491613edd565b630400000081979297169081613fc45763010000008116613f625750506020607f1987015196603862ffffff891691604f190160025afa1693610f6060e08301510160c08301525f610100830152613f07565b60809197945062ffffff90603f969493961986016001600160801b0319821617601f1987015265ffffffffffff8160201c16602085015265ffffffffffff81841c166040850152818160501c16606085015260681c16910152525b1561005157565b50955092505050613fbd565b805161014082019081518103613fee57505060e001515103613b4f57565b61400361012061400d939401918251906124cc565b92519051906124cc565b9063c3ac829760e01b5f5260045260245260445ffd5b906041830361404d576140469250602081013591604082359201355f1a9061425e565b9192909190565b50505f9160029190565b60ff811690601f82116140865760405191614073604084611fde565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b8115612f1157606081015165ffffffffffff165f818152600b60205260409020546001600160a01b03916140cc9160ff16906141f8565b54600454608090930151911692600160a11b6001600160a01b039283161792909116803b1561005157604051633d6c5ae160e21b815260048101939093526001600160a01b0390931660248301526044820152905f90829081838160648101612d1c565b919060ff815460c01c1691606084019265ffffffffffff8451165f52600b60205260405f209063ffffffff61416483612f7e565b93169263ffffffff80614176866135a3565b16911611908115916141ce575b506129075763ffffffff6141c765ffffffffffff60806128699801966141b28760018060a01b038a51166142e0565b5196519616956001600160a01b0316936135a3565b169361481d565b9050600581101561047d57600181141590816141ec575b505f614183565b6002915014155f6141e5565b9060ff65ffffffffffff911691160365ffffffffffff81116120bd5765ffffffffffff165f52600c60205260405f2090565b80519061014081015180921161423e575050565b610120015161424c916124cc565b6363b1f89b60e01b5f5260045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116142d5579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610d51575f516001600160a01b038116156142cb57905f905f90565b505f906001905f90565b5050505f9160039190565b916142e96124f7565b906142f2614b0d565b506142fb614b0d565b5063ffffffff600384015460301c1692805493604090614319614b0d565b5060048301549482519461432c86611fa8565b6001600160801b038716865260208601976001600160401b038860801c1689528487019763ffffffff8160c01c168952606088019560ff8360e81c1687525b63ffffffff8a511663ffffffff86168110806145f4575b806145eb575b156144be576001600160401b038c5116151590816144b3575b816144a3575b81614492575b50614478575b6143ed6143f26143db8c63ffffffff6143ce818351166135a3565b1680915260048c01614dd9565b92906001600160801b038d5116614bce565b614e55565b6001600160801b038111614461576001600160801b03168a528b51614423916143ed916001600160401b0316614bce565b6001600160401b03811161444a576001600160401b03168b5280156120bd575f190161436b565b6306dfcc6560e41b5f52604060045260245260445ffd5b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff87511660ff81146120bd5760010160ff1687526143b3565b61449c9150614caf565b155f6143ad565b9050600760ff89511610906143a7565b8781141591506143a1565b5050959893509693959198909863ffffffff855116808760e01c11156145c1575b5063ffffffff85511663ffffffff82161161455857505051905191516001600160e01b03199093166001600160801b03919091161760809190911b67ffffffffffffffff60801b161760c09190911b63ffffffff60c01b161760048401555160ff60e81b1990911660e89190911b60ff60e81b16179055565b908563ffffffff928160e01c848216105f146145b7575b838116848360c01c16105f146145ae578361458e9260c01c1690614b81565b905b63eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b50505f90614590565b508060e01c61456f565b63ffffffff82168110156145e0575063ffffffff815b1685525f6144df565b63ffffffff906145d7565b50811515614388565b508260e01c8110614382565b90939192935f9183158015614815575b61480b576004546001600160a01b039081169116813b1561005157604051636864029360e11b8152600160a11b82176004820152600360a01b909117602482015260448101879052905f908290606490829084905af18015610d51576147f5575b50600901908154928315805f14614799576146bf60405161469181611fc3565b848152846020820152925b60208401516001600160d01b0316906146b99060408b901b6124d9565b906120b0565b906001600160d01b0382116147805763ffffffff604051976146e089611fc3565b168088526001600160d01b03909216602088015215918261476f575b50501561473a575f1983019283116147265750614723929161471d91611f1f565b90614b31565b90565b634e487b7160e01b81526011600452602490fd5b600160401b83101561475b57508161471d9160016147239594018155611f1f565b634e487b7160e01b81526041600452602490fd5b5163ffffffff161490505f806146fc565b6306dfcc6560e41b845260d06004526024829052604484fd5b5f1985018581116147e1576147b16146bf9186611f1f565b50604051906147bf82611fc3565b5463ffffffff81168252602090811c6001600160d01b0316908201529261469c565b634e487b7160e01b84526011600452602484fd5b6148029192505f90611fde565b5f906009614671565b5050505050505f90565b508515614610565b93919261482982612f7e565b82549363ffffffff8560801c1661484e68ffffffffffffffffff8760381c1682612a85565b9361487763ffffffff61486c816148658789614b81565b1688612a85565b9860a01c1684614b81565b865461ffff60c01b191660c09190911b61ffff60c01b161786556040805163ffffffff8516808252602082018a9052939165ffffffffffff8c16917f44201af10d5fce21b627fd1df46344c61984d0fb56954d68cf0b27bc3c949a0c9190a287156149e55761492061491561491a61491561495699614910600461492898019a61490083614bab565b61490989614bab565b918d614be9565b614bab565b614b9b565b92614bab565b908486614be9565b825460e01c908110156149bf575081546001600160e01b031660e09190911b6001600160e01b031916179055565b60045490546001600160a01b03918216946149749160ff16906141f8565b541692803b1561005157604051633d6c5ae160e21b8152600160a01b6001600160a01b0394851617600482015293909216602484015260448301525f90829081838160648101612d1c565b90509080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b50505050505050505050565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480614ae4575b15614a4c577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614ade60c082611fde565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614a23565b60405190614b1a82611fa8565b5f6060838281528260208201528260408201520152565b9190614b6e57805182546020928301516001600160f01b031990911663ffffffff9290921691909117911b640100000000600160f01b0316179055565b634e487b7160e01b5f525f60045260245ffd5b9063ffffffff80911691160363ffffffff81116120bd5790565b600160ff1b81146120bd575f0390565b6001600160ff1b038111614bbc5790565b63123baf0360e11b5f5260045260245ffd5b9190915f83820193841291129080158216911516176120bd57565b9290919263ffffffff80614c0281845460c01c166135a3565b169316928303614c6757906001614c2b92019384548463ffffffff821614614c33575b50614d81565b60401b179055565b90614c5a614c609260401c916001600160401b038360401d931660070b92600f0b90614bce565b92614bce565b905f614c25565b92614c9c6002614ca29394950193855f5284602052614c5a60405f2054936001600160401b038560401d951660070b94614bce565b90614d81565b915f5260205260405f2055565b63ffffffff8060105460601c16911690811115614d7b576020614cf1614ce06003549361ffff8560d01c1690612a85565b65ffffffffffff8460a01c166120b0565b6044614d04617fff8560d11c16836120b0565b604051637f04a68f60e11b815260048101939093526024830152909283919082906001600160a01b03165afa908115610d51575f91614d4257501590565b90506020813d602011614d73575b81614d5d60209383611fde565b8101031261005157518015158103610051571590565b3d9150614d50565b50600190565b908180600f0b03614dc157808060070b03614daa576001600160401b03169060401b60170b1790565b63327269a760e01b5f52604060045260245260445ffd5b5063327269a760e01b5f52608060045260245260445ffd5b91909163ffffffff83165f526002810160205260405f2054926001600160401b038460401d941660070b809463ffffffff600182950154931663ffffffff841603614e4d57505090614e476147239260401c916001600160401b038360401d931660070b92600f0b90614bce565b93614bce565b945092915050565b5f8112614e5f5790565b635467221960e11b5f5260045260245ffdfe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const;
