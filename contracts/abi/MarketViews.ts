// Generated from contracts/src/MarketViews.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 11437 bytes deployed.

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

export const marketViewsBytecode = "0x6101606040523461016157604051610018604082610165565b6005815260208101906421b0b4b93760d91b82526040519161003b604084610165565b600183526020830191603160f81b83526100548161019c565b610120526100618461019c565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100ca60c082610165565b5190206080523060c052600280546001600160a01b03191690556040515f81527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a1604051612cad9081610208823960805181612adb015260a05181612b98015260c05181612aa5015260e05181612b2a01526101005181612b5001526101205181610bcd01526101405181610bf90152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761018857604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101c75760208151910151602082106101b8571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c80630613072c146112cf57806321338b381461123157806325e43652146110325780632cc65e8314610ed85780634cdc9c6314610eb05780635c975abb14610e8b57806364f1a3ec14610d4e57806374c8326814610d315780637a9e5e4b14610c8257806384b0196e14610bb55780638903573014610a1d5780638b93a95f1461099e5780638fb360371461095a57806391ddadf41461080b578063969915ce146106da5780639f1af126146106a4578063a28889e11461067c578063afa5cde2146105d4578063b321d1b414610598578063b9e083bc1461048a578063bf7e214f14610462578063c2cabcb314610346578063cd8227f914610321578063dd9879fc146101a8578063fbaf094a146101635763fbfa77cf14610137575f80fd5b3461015f575f36600319011261015f576004546040516001600160a01b039091168152602090f35b5f80fd5b3461015f57602036600319011261015f576101a46101906101826114c1565b61018a6119a1565b50611e1c565b60405191829160208352602083019061165f565b0390f35b3461015f576101b6366114ed565b9160018060a01b031690815f52600660205265ffffffffffff600160405f20015460a01c169165ffffffffffff821691826102c2575b5050505f9080915b65ffffffffffff83161515806102b9575b156102245761021661021e91611ceb565b926003612c54565b916101f4565b61022d81611930565b9161023b604051938461188a565b818352601f1961024a83611930565b015f5b8181106102a25750505f905b82821061026e57604051806101a486826115b1565b61029a8161027d6001936125f6565b6102878588611947565b526102928487611947565b506003612c54565b910190610259565b6020906102ad611ab9565b8282880101520161024d565b50838110610205565b6102e1919293506102d763ffffffff91611c12565b5460181c16611a5e565b905460039190911b1c6001600160a01b03160361030f575f52600b60205260405f205460d01c8280806101ec565b6391cba22560e01b5f5260045260245ffd5b3461015f575f36600319011261015f57602065ffffffffffff60105416604051908152f35b3461015f5760e036600319011261015f576040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca602082019081526001600160a01b036103926114c1565b1660408301526024356001600160a01b0381169081900361015f5760608301526044356001600160401b03811680910361015f5760808301526064356001600160801b03811680910361015f5760a08301526084356001600160401b03811680910361015f5760c083015260a435906001600160401b03821680920361015f578260429260e0602095015260c43561010082015261010081526104376101208261188a565b519020610442612aa2565b906040519161190160f01b83526002830152602282015220604051908152f35b3461015f575f36600319011261015f576002546040516001600160a01b039091168152602090f35b3461015f57604036600319011261015f576104a36114c1565b6104ab6115f5565b6003549091906001600160a01b031660206104c584611dec565b602460405180948193639556483760e01b835260048301525afa908115610558575f91610563575b50906020925f9263ffffffff604051928684019446865230604086015260018060a01b0316606085015216608083015260a082015260a0815261053160c08261188a565b604051918291518091835e8101838152039060025afa156105585760205f51604051908152f35b6040513d5f823e3d90fd5b9190506020823d602011610590575b8161057f6020938361188a565b8101031261015f57905160206104ed565b3d9150610572565b3461015f57602036600319011261015f576101206105c56105b76113e6565b6105bf611ab9565b506125f6565b6105d26040518092611526565bf35b3461015f57602036600319011261015f5760606105ef6113e6565b60406105f9611a8b565b61063a61060584611c12565b9384549461061b63ffffffff8760181c16611a5e565b60018060a01b0391549060031b1c165f526006602052845f2091612533565b9283519360ff6020820151926020850193845286855260101c161561066f575b50825193845251602084015201516040820152f35b830151838301528561065a565b3461015f575f36600319011261015f57602065ffffffffffff60105460301c16604051908152f35b3461015f57602036600319011261015f5760043563ffffffff8116810361015f576106d060209161247b565b6040519015158152f35b3461015f576106e8366114d7565b6106ff600954928380821091180283188093611923565b9081808210911802189061071282611930565b91610720604051938461188a565b80835261072f601f1991611930565b015f5b8181106107f45750505f5b825181101561078d578061077161075e61075960019486611916565b611a5e565b848060a01b0391549060031b1c16611e1c565b61077b8286611947565b526107868185611947565b500161073d565b826040518091602082016020835281518091526040830190602060408260051b8601019301915f905b8282106107c557505050500390f35b919360019193955060206107e48192603f198a8203018652885161165f565b96019201920185949391926107b6565b6020906107ff6119a1565b82828701015201610732565b3461015f575f36600319011261015f575f60a060405161082a81611838565b828152826020820152826040820152826060820152826080820152015261084f611d85565b61085881611dec565b600354604051639556483760e01b815260048101839052925f906020856024816001600160a01b0387165afa80610928575b60c0955061091f575b65ffffffffffff806108ae61ffff82959660d01c1687611916565b168163ffffffff604051946108c286611838565b1696878552816020860181431681528160408801931683526060870194855260a060808801978342168952019815158952604051998a525116602089015251166040870152511660608501525116608083015251151560a0820152f35b60019150610893565b6020863d602011610952575b816109416020938361188a565b8101031261015f5760c0955061088a565b3d9150610934565b3461015f575f36600319011261015f5760025460a01c60ff1615610996576020638fb3603760e01b5b6040516001600160e01b03199091168152f35b60205f610983565b3461015f57604036600319011261015f576109b76114c1565b6024359060018060a01b03165f52600a60205260405f208160031c5f5260205260405f20549060e0600782169160051b169080820460201490151715610a095763ffffffff602092604051921c168152f35b634e487b7160e01b5f52601160045260245ffd5b3461015f575f36600319011261015f57604051610a398161181c565b5f808252602082018190526040808301829052606083018290526080830182905260a0830182905260c0830182905260e08301829052610100830182905261012083018290526101409092015260035460055460045492516001600160a01b038316939192610aa78261181c565b84825260208201908060d01c61ffff168252604083019060e01c60ff168152606083016001600160601b0386168152608084018660601c6001600160401b0316815260a08501918660d81c61ffff16835260c08601938760a01c63ffffffff16855260e08701958860c01c61ffff1687526101008801978960d01c60ff16895261012081019960e81c61ffff168a52610140019960a01c8a526040519a8b525163ffffffff1660208b01525163ffffffff1660408a01525160608901525160808801525163ffffffff1660a08701525163ffffffff1660c08601525163ffffffff1660e08501525163ffffffff166101008401525163ffffffff166101208301525161014082015261016090f35b3461015f575f36600319011261015f57610c54610bf17f00000000000000000000000000000000000000000000000000000000000000006126f9565b6101a4610c1d7f00000000000000000000000000000000000000000000000000000000000000006126f9565b610c6260405191610c2f60208461188a565b5f83525f368137604051958695600f60f81b875260e0602088015260e087019061163b565b90858203604087015261163b565b904660608501523060808501525f60a085015283820360c0850152611608565b3461015f57602036600319011261015f57610c9b6114c1565b6002546001600160a01b0381163303610d1f57813b15610cfe576001600160a01b0319166001600160a01b039091169081176002556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a1005b506361798f2f60e11b5f9081526001600160a01b0391909116600452602490fd5b62d1953b60e31b5f523360045260245ffd5b3461015f575f36600319011261015f576020600954604051908152f35b3461015f57606036600319011261015f57610d676114c1565b610d6f6115f5565b9060443563ffffffff81169283820361015f5763ffffffff8116808511801590610e70575b610e595750610dbb610db29462ffffff808460081c1696879261196f565b60081c16611923565b9360018501809511610a0957610dd085611930565b94610dde604051968761188a565b808652610ded601f1991611930565b013660208701376001600160a01b03909316925f5b8551811015610e4357600190855f526006602052610e328585600860405f2001610e2c8588611916565b90611cf9565b610e3c8289611947565b5201610e02565b604051602080825281906101a490820189611608565b849063e9739b3360e01b5f5260045260245260445ffd5b506201000063ffffffff610e848388611987565b1611610d94565b3461015f575f36600319011261015f57602060ff60025460a81c166040519015158152f35b3461015f575f36600319011261015f57602065ffffffffffff60035460a01c16604051908152f35b3461015f57610ee6366114ed565b919065ffffffffffff811680610ff15750506001600160a01b03165f908152600e6020526040902054610f209065ffffffffffff16611cab565b805f5b65ffffffffffff8316151580610fe8575b15610f5357610f45610f4d91611ceb565b926002612c54565b91610f23565b610f5c81611930565b91610f6a604051938461188a565b818352601f19610f7983611930565b015f5b818110610fd15750505f905b828210610f9d57604051806101a486826115b1565b610fc981610fac6001936125f6565b610fb68588611947565b52610fc18487611947565b506002612c54565b910190610f88565b602090610fdc611ab9565b82828801015201610f7c565b50838110610f34565b90916001600160a01b0361101160ff61100986611c12565b5416856126c7565b54166001600160a01b039091160361030f575061102d90611c52565b610f20565b3461015f57611040366114d7565b65ffffffffffff60105460301c169160018301809311610a09578060018061107b931191180260018480838318109218180283188093611923565b9081808210911802189061108e82611930565b9161109c604051938461188a565b8083526110ab601f1991611930565b015f5b81811061121a5750505f5b82518110156111c957806111ad65ffffffffffff6110d960019486611916565b16805f52600f60205260405f20906001600160401b036004604051936110fe856117ec565b65ffffffffffff8154898060a01b038116875263ffffffff8160a01c16602088015261113360ff8260c01c166040890161190a565b60c81c16606086015287810154888060a01b038116608087015260a01c60a0860152600281015460c0860152600381015460e0860152015465ffffffffffff811661010085015265ffffffffffff8160301c1661012085015265ffffffffffff8160601c1661014085015260901c16610160830152611b0d565b6111b78286611947565b526111c28185611947565b50016110b9565b826040518091602082016020835281518091526020604084019201905f5b8181106111f5575050500390f35b9193509160206101a08261120c60019488516113fb565b0194019101918493926111e7565b6020906112256118ab565b828287010152016110ae565b3461015f57602036600319011261015f5761124a6114c1565b6001600160a01b038181165f8181526007602052604090205490929116801580611293575b602093501561128c57505b6040516001600160a01b039091168152f35b905061127a565b50915f52600660205260ff60405f205460c01c169160058310156112bb57602092151561126f565b634e487b7160e01b5f52602160045260245ffd5b3461015f57602036600319011261015f576101a06113d96112ee6113e6565b6112f66118ab565b5065ffffffffffff81165f52600f60205260405f20906001600160401b03600460405193611323856117ec565b80546001600160a01b038116865260a081901c63ffffffff16602087015265ffffffffffff9061135d60c082901c60ff166040890161190a565b60c81c166060860152600181015460018060a01b038116608087015260a01c60a0860152600281015460c0860152600381015460e0860152015465ffffffffffff811661010085015265ffffffffffff8160301c1661012085015265ffffffffffff8160601c1661014085015260901c16610160830152611b0d565b6105d260405180926113fb565b6004359065ffffffffffff8216820361015f57565b65ffffffffffff815116825260208101519060038210156112bb5761018065ffffffffffff918193602086015260018060a01b03604082015116604086015260018060a01b03606082015116606086015263ffffffff608082015116608086015260a081015160a086015260c081015160c08601528260e08201511660e0860152826101008201511661010086015282610120820151166101208601526001600160401b0361014082015116610140860152610160810151610160860152015116910152565b600435906001600160a01b038216820361015f57565b604090600319011261015f576004359060243590565b606090600319011261015f576004356001600160a01b038116810361015f579060243565ffffffffffff8116810361015f579060443590565b610100809165ffffffffffff815116845260018060a01b03602082015116602085015260018060a01b03604082015116604085015263ffffffff60608201511660608501526001600160601b03608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015260e081015160e085015201511515910152565b60206040818301928281528451809452019201905f5b8181106115d45750505090565b9091926020610120826115ea6001948851611526565b0194019291016115c7565b6024359063ffffffff8216820361015f57565b90602080835192838152019201905f5b8181106116255750505090565b8251845260209384019390920191600101611618565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b80516001600160a01b039081168352602080830151821690840152604080830151909116908301526060808201516103009184018290529192916116a59183019061163b565b916080810151608083015265ffffffffffff60a08201511660a083015263ffffffff60c08201511660c083015263ffffffff60e08201511660e08301526001600160801b03610100820151166101008301526001600160401b03610120820151166101208301526001600160401b036101408201511661014083015261016081015161016083015260ff6101808201511661018083015260ff6101a0820151166101a08301526101c081015160058110156112bb576102e09182916101c085015263ffffffff6101e0820151166101e085015263ffffffff6102008201511661020085015263ffffffff6102208201511661022085015263ffffffff6102408201511661024085015263ffffffff610260820151166102608501526102808101516102808501526102a08101516102a08501526102c08101516102c0850152015191015290565b61018081019081106001600160401b0382111761180857604052565b634e487b7160e01b5f52604160045260245ffd5b61016081019081106001600160401b0382111761180857604052565b60c081019081106001600160401b0382111761180857604052565b6101a081019081106001600160401b0382111761180857604052565b608081019081106001600160401b0382111761180857604052565b90601f801991011681019081106001600160401b0382111761180857604052565b604051906118b882611853565b5f610180838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015282610140820152826101608201520152565b60038210156112bb5752565b91908201809211610a0957565b91908203918211610a0957565b6001600160401b0381116118085760051b60200190565b805182101561195b5760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b63ffffffff5f199116019063ffffffff8211610a0957565b9063ffffffff8091169116039063ffffffff8211610a0957565b6040519061030082018281106001600160401b03821117611808576040525f6102e0838281528260208201528260408201526060808201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152826102408201528261026082015282610280820152826102a0820152826102c08201520152565b60095481101561195b5760095f5260205f2001905f90565b805482101561195b575f5260205f2001905f90565b60405190606082018281106001600160401b03821117611808576040525f6040838281528260208201520152565b6040519061012082018281106001600160401b03821117611808576040525f610100838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201520152565b90611b166118ab565b5060408101519060038210156112bb57600160a01b60019003608082015116600160a01b60019003825116602083015163ffffffff1660a08401516001600160601b031660c085015161010086015165ffffffffffff169161014087015165ffffffffffff1693606088015165ffffffffffff16956101608901516001600160401b03169760e08a015199610120015165ffffffffffff169a6040519c611bbc8e611853565b65ffffffffffff168d52611bd39060208e0161190a565b60408c015260608b015260808a015260a089015260c088015260e087015261010086015261012085015261014084015261016083015261018082015290565b65ffffffffffff1690815f52600b60205260405f209168ffffffffffffffffff835460381c1615611c405750565b639cd0472160e01b5f5260045260245ffd5b65ffffffffffff16805f52600b60205260ff60405f205416611c90575f52600c602052611c8d65ffffffffffff60405f205460a01c16611cab565b90565b5f190165ffffffffffff8111610a095765ffffffffffff1690565b65ffffffffffff811680611cbd575090565b8091505f52600c60205260ff60405f205460d01c160165ffffffffffff8111610a095765ffffffffffff1690565b5f198114610a095760010190565b929092835f5260205263ffffffff60405f20549360081b9216828111611d55575b5063ffffffff166101008201808311610a09578110611d3857505090565b600191611d4491611923565b1b905f198201918211610a09571690565b9263ffffffff9193611d69845f1992611923565b1b169290611d1a565b81810292918115918404141715610a0957565b60035461ffff611da065ffffffffffff8360a01c1643611923565b9160d01c16908115611dd8570463ffffffff8111611dc15763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b634e487b7160e01b5f52601260045260245ffd5b611c8d9065ffffffffffff611e126003549263ffffffff61ffff8560d01c169116611d72565b9160a01c16611916565b611e246119a1565b6001600160a01b0382165f90815260066020526040902080549291600560c085901c60ff1610156112bb5760ff8460c01c161561247457611e66949294611d85565b611e6e612737565b50600383015491604094611e80612737565b50600485015497865197611e938961186f565b6001600160801b038a1689526001600160401b038a60801c1660208a01528789019763ffffffff8b60c01c16895260ff8260e81c1660608b01525b63ffffffff89511663ffffffff8716811080612468575b8061245f575b1561202457888a8c926001600160401b036020850151161515908161200f575b81611ffc575b81611feb575b50611fc6575b6001600160801b0392611f4e826004611f5d9563ffffffff611f4481611f589851166128a4565b16809352016128bc565b949091511661275b565b612932565b6001600160801b038111611faf57611f96611f586001600160401b0393848f6020906001600160801b03611f9b9716815201511661275b565b61294e565b1660208b01528015610a09575f1901611ece565b6306dfcc6560e41b5f52608060045260245260445ffd5b5050606060ff9101511660ff8114610a095760010160ff1660608b015289888a611f1d565b611ff5915061247b565b155f611f17565b9050600760ff6060860151161090611f11565b905063ffffffff8b60301c1681141590611f0b565b505095919790969893929863ffffffff815116808660e01c1115612434575b50506001600160a01b038781168a5286811660208b01526001838101549182166040808d01919091525160078501805493959392838116915f9185901c90831561242a575b602082108414612416578f9395889683875290815f146123f057506001146123ae575b5050938260606004936120cc61212197966001600160401b0399038461188a565b0152600281015460808f015265ffffffffffff8a1660a08f015260308a901c63ffffffff1660c08f0181905260e08f015282516001600160801b03166101008f0152602083015185166101208f015201612776565b166101408a0152600480546040516332fa79d960e21b81526001600160a01b038a8116600160a11b17938201939093529160209183916024918391165afa908115610558578a905f9261236b575b509660ff60606001600160601b0398979695948461016060249c63ffffffff975001520151166101808c015260ff8160f01c166101a08c015260ff8160c01c166101c08c015260c81c166101e08a015262ffffff8160d01c166102008a015260e81c6102208901528260e01c6102408901528160e01c63ffffffff8216105f1461235c5763ffffffff905b16908163ffffffff8260c01c16105f1461234f5763ffffffff91826122239260c01c1690611987565b1661026087015260b081901c65ffffffffffff1661028087015260501c166102c08501819052600480546040516332fa79d960e21b81526001600160a01b03868116600160a01b17938201939093529360209285928391165afa8015610558575f9061231b575b6122949250611923565b6102a0840152600480546040516332fa79d960e21b8152600360a01b6001600160a01b039485161792810192909252909160209183916024918391165afa908115610558575f916122e9575b506102e0830152565b90506020813d602011612313575b816123046020938361188a565b8101031261015f57515f6122e0565b3d91506122f7565b506020823d602011612347575b816123356020938361188a565b8101031261015f57612294915161228a565b3d9150612328565b505063ffffffff5f612223565b5063ffffffff8160e01c6121fa565b9150506020959493929195813d6020116123a6575b8161238d6020938361188a565b8101031261015f575193949293919290918960ff61216f565b3d9150612380565b5f908152602081209092505b8183106123d057505082016020018260606120ab565b600191949550602092935080548385880101520191018593928e926123ba565b60ff191660208088019190915292151560051b86019092019250849150606090506120ab565b634e487b7160e01b5f52602260045260245ffd5b90607f1690612088565b63ffffffff8516811015612454575063ffffffff845b1690525f80612043565b63ffffffff9061244a565b50811515611eeb565b508b60e01c8110611ee5565b9250505090565b63ffffffff60105460601c1663ffffffff8216111561252d5761249d90611dec565b60206003549160446124b6617fff8560d11c1683611916565b604051637f04a68f60e11b815260048101939093526024830152909283919082906001600160a01b03165afa908115610558575f916124f457501590565b90506020813d602011612525575b8161250f6020938361188a565b8101031261015f5751801515810361015f571590565b3d9150612502565b50600190565b91929061253e611a8b565b9281549163ffffffff8360a01c169160ff8460081c1665ffffffffffff5f92165b81831061258b5750505061258993949563ffffffff61257d8361287c565b9460801c1691876127ce565b565b909193815f52600d6020526125a38560405f20611a76565b5090604051604081018181106001600160401b03821117611808578b63ffffffff938c6001966125eb9460405254928a878086169586895260201c16928360208901526127ce565b51169401919061255f565b9060ff612601611ab9565b926126b361260e82611c12565b9182549261262463ffffffff8560181c16611a5e565b905465ffffffffffff841689526001600160a01b0360039290921b1c81169061264f878716856126c7565b5416602089015280604089015263ffffffff8560801c16606089015268ffffffffffffffffff8560381c16608089015263ffffffff8560a01c1660a089015263ffffffff61269c8361287c565b1660c08901525f52600660205260405f2091612533565b5160e085015260101c161515610100830152565b9060ff65ffffffffffff911691160365ffffffffffff8111610a095765ffffffffffff165f52600c60205260405f2090565b60ff811690601f8211612728576040519161271560408461188a565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b604051906127448261186f565b5f6060838281528260208201528260408201520152565b9190915f8382019384129112908015821691151617610a0957565b805460e01c9063ffffffff604084015116809211156127c757611c8d926001600160401b0360206127bc611f589463ffffffff6127b5611f96986128a4565b16906128bc565b93905001511661275b565b5050505f90565b94612866906128606128789661285a60096127ff60409968ffffffffffffffffff61286c9a995460381c1690611d72565b9661282761282063ffffffff612819818816828b16611987565b168a611d72565b8d51611916565b8c528b61285060206128466128408a896008880161297f565b8c611d72565b9201918251611916565b9052019384612bbe565b92612bbe565b90611923565b90611d72565b811c9201918251611916565b9052565b5463ffffffff61ffff8260c01c169160a01c160163ffffffff8111610a095763ffffffff1690565b63ffffffff60019116019063ffffffff8211610a0957565b919063ffffffff1691825f526002810160205260405f2054926001600160401b038460401d941660070b80946001819401549263ffffffff84160361292a57505090612924611c8d9260401c916001600160401b038360401d931660070b92600f0b9061275b565b9361275b565b945092915050565b5f811261293c5790565b635467221960e11b5f5260045260245ffd5b6001600160401b038111612968576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b9092915f9363ffffffff821663ffffffff8216811115612a99576129a962ffffff9193929361196f565b60081c169162ffffff8160081c16935b838511156129c8575050505050565b9091929395612a8a612a90917e01000100010001000100010001000100010001000100010001000100010001612a0087878c88611cf9565b7f55555555555555555555555555555555555555555555555555555555555555558160011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c90611916565b96611ceb565b939291906129b9565b505f9450505050565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480612b95575b15612afd577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152612b8f60c08261188a565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614612ad4565b905f9063ffffffff835491165b818310612c1057505080612be95750505f5b6001600160d01b031690565b5f198101908111610a0957612bfd91611a76565b505460201c6001600160d01b0316612bdd565b9091612c1c8382611916565b60011c908263ffffffff612c308488611a76565b5054161015612c4d575060018101809111610a0957915b90612bcb565b9250612c47565b80600214612ca35780600314612c8857600114612c7f57634e487b7160e01b5f52605160045260245ffd5b611c8d9061247b565b5065ffffffffffff165f52600b60205260405f205460d01c90565b50611c8d90611c5256" as const;
