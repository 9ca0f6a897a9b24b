// Generated from contracts/src/StorageMarket.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 20351 bytes deployed.

export const storageMarketAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "authority",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "extension_",
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
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      },
      {
        "internalType": "uint64",
        "name": "validUntil",
        "type": "uint64"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "close",
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
      }
    ],
    "name": "collect",
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
    "inputs": [
      {
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      },
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
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      },
      {
        "internalType": "Round",
        "name": "endRound",
        "type": "uint32"
      }
    ],
    "name": "extend",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "extension",
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
        "internalType": "AllocationId",
        "name": "id",
        "type": "uint48"
      }
    ],
    "name": "giveNotice",
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
      },
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
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      },
      {
        "internalType": "uint32",
        "name": "units",
        "type": "uint32"
      }
    ],
    "name": "grow",
    "outputs": [],
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
        "internalType": "struct IMarketRecords.Offer[]",
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
        "internalType": "struct IMarketRecords.Offer[]",
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
        "internalType": "struct IMarketRecords.Permit",
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
        "internalType": "AllocationId[]",
        "name": "ids",
        "type": "uint48[]"
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
    "name": "pause",
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

export const storageMarketBytecode = "0x610180806040523461095b57806163ea803803809161001e828561095f565b83398101036101c0811261095b5781516001600160a01b038116919082900361095b5761004d60208401610982565b9261016061005d60408301610982565b92605f19011261095b576040519361016085016001600160401b038111868210176108e7576040526060820151926001600160a01b038416840361095b57859485948552608084016100ae90610996565b602086019081526100c160a08601610996565b6040870190815260c0860151906060880191825260e0870151926080890193845261010088016100f090610996565b60a08a01908152946101056101208a01610996565b60c08b019081529661011a6101408b01610996565b60e08c019081529861012f6101608c01610996565b6101008d019081529a6101456101808201610996565b9c610120019c8d526101a001519c610140019c8d5260405161016860408261095f565b6005815260208101906421b0b4b93760d91b82526040519161018b60408461095f565b600183526020830191603160f81b83526101a4816109d1565b610120526101b1846109d1565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261021a60c08261095f565b5190206080523060c052600280546001600160a01b0319166001600160a01b039290921691821790556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a18061016052813b1561092d573b156108fb5760405190610a288083016001600160401b038111848210176108e75760209284926159c2843981520301905ff080156108dc57600480546001600160a01b0319166001600160a01b039283161790556003548c514360a01b65ffffffffffff60a01b1692163b156108ad578c9161033263ffffffff855116600281101590816108a0575b506040519061031560408361095f565b600b82526a726f756e64426c6f636b7360a81b6020830152610a1d565b61037363ffffffff8651168015159081610894575b506040519061035760408361095f565b600a8252696368616c6c656e67657360b01b6020830152610a1d565b6103ac86518015159081610882575b506040519061039260408361095f565b60088252676d696e5374616b6560c01b6020830152610a1d565b6103e460018060401b0388511115604051906103c960408361095f565b6009825268756e69745374616b6560b81b6020830152610a1d565b61042b63ffffffff8951168015159081610875575b506040519061040960408361095f565b601082526f736c6173684261736973506f696e747360801b6020830152610a1d565b61046c6201000063ffffffff8b511611156040519061044b60408361095f565b600f82526e756e626f6e64696e67526f756e647360881b6020830152610a1d565b6104a961100063ffffffff8c511611156040519061048b60408361095f565b600c82526b6e6f74696365526f756e647360a01b6020830152610a1d565b6104ee63ffffffff8c511660028110159081610869575b50604051906104d060408361095f565b600c82526b616e73776572526f756e647360a01b6020830152610a1d565b61054263ffffffff8d5116801515908161085c575b506040519061051360408361095f565b601782527f64697370757465536c6173684261736973506f696e74730000000000000000006020830152610a1d565b61057e8d51801515908161084a575b506040519061056160408361095f565b600b82526a191a5cdc1d5d19509bdb9960aa1b6020830152610a1d565b835161ffff60d01b60d09190911b16600160a01b600160e01b0319831682178117600381905593516001600160a01b0390811694919391908216859003610791575b505050505081516003549060ff60e01b9060e01b169060ff60e01b191617600355600160601b60019003835116600160a01b6c010000000000000000000000009003855160601b169086518b8b60045463ffffffff60a01b8c5160a01b168d61ffff60c01b905160c01b169260ff60d01b905160d01b169361ffff60e81b905160e81b169461ffff60e81b199260ff60d01b199161ffff60d81b9060d81b169068ffff00ffffffffffff60a01b191617161716171717600455600160a01b60019003198c5160a01b169117176005556040519a600160a01b600190039051168b525163ffffffff1660208b01525163ffffffff1660408a01525160608901525160808801525163ffffffff1660a08701525163ffffffff1660c08601525163ffffffff1660e08501525163ffffffff166101008401525163ffffffff16610120830152516101408201526101607f6557e3a01aa36b37bc1376ee2e77791672be05b777b46a99da922d12c7a4ba1191a1604051614f7f9081610a43823960805181614510015260a051816145cd015260c051816144da015260e0518161455f0152610100518161458501526101205181610d6901526101405181610d930152610160518181816020015261162e0152f35b65ffffffffffff8160a01c164303904382116108365760d01c61ffff16908115610822570463ffffffff811161080b576fffffffff0000000000000000000000006010549160601b16906fffffffff00000000000000000000000019161760105563ffffffff60e01b161717176003555f808080806105c0565b6306dfcc6560e41b5f52602060045260245260445ffd5b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b6001600160601b03101590505f610551565b612710915011155f610503565b6008915011155f6104c0565b612710915011155f6103f9565b6001600160601b03101590505f610382565b6020915011155f610347565b611000915011155f610305565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b6040516302aa8f4160e01b815260206004820152600960248201526832bc3a32b739b4b7b760b91b6044820152606490fd5b6040516302aa8f4160e01b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176108e757604052565b51906001600160a01b038216820361095b57565b519063ffffffff8216820361095b57565b602060409281835280519182918282860152018484015e5f828201840152601f01601f1916010190565b601f8151116109fc5760208151910151602082106109ed571790565b5f198260200360031b1b161790565b60405163305a27a960e01b8152908190610a1990600483016109a7565b0390fd5b15610a255750565b6040516302aa8f4160e01b8152908190610a1990600483016109a756fe60806040526004361015610055575b3461005157604051365f82375f8036837f00000000000000000000000000000000000000000000000000000000000000005af43d5f833e61004d573d90fd5b3d90f35b5f80fd5b5f5f3560e01c806306ec16f8146117ec57806318d6b9581461165d5780632d5537b0146116185780633d03e024146113945780635c975abb1461136e5780636cd0f878146112bf57806378d97c9414610ec75780637a9e5e4b14610e1b57806384b0196e14610d4c5780638fb3603714610d06578063a2cbbfff14610be5578063ad1e6d3514610b44578063bc109dd414610a68578063bf7e214f14610a3f578063d78edc1c14610845578063e0ffdb3a1461041a5763ef6a61391461011b575061000e565b3461041757604036600319011261041757610134611846565b906024359163ffffffff8316809303610415576001600160a01b0316808252600660205260408220805460c01c60ff16600581101561040157156103ed579261017b612928565b906101846136c8565b506004850163ffffffff600387015460301c169160ff875460e81c16906040808210911802604018926101b56136c8565b50825493604051956101c687611a42565b6001600160801b038616875260208701976001600160401b038760801c168952604088019663ffffffff8160c01c1688526060890195865260e01c9a63ffffffff8316935b63ffffffff895116858110806103e4575b806103db575b15610344576001600160401b038c511615159081610339575b81610329575b81610318575b50610302575b6001600160801b0361028a6102858c61027b8d63ffffffff61027181835116611ae4565b168091528d6146b9565b9490915116614032565b614735565b6001600160801b0381116102eb576001600160801b03168b528b516001600160401b03916102c6916102c191610285918516614032565b614751565b168b5280156102d7575f190161020b565b634e487b7160e01b8c52601160045260248cfd5b6306dfcc6560e41b8e52608060045260245260448dfd5b60ff61031081895116611abf565b16875261024d565b6103229150614782565b155f610247565b9050600760ff8951161090610241565b87811415915061023b565b5050602099507f475e34f0a7bc4eb58d92263c5dd9c2253ffc3a9d7080619bb53bd8f06c3181d8945060ff9195929761039a6103ae9a63ffffffff938f8f60409987875116809311156103bc575b5050506138f5565b5116915116825191825288820152a26140fa565b63ffffffff60405191168152f35b82101590506103d45750848c5b1684528e8080610392565b85906103c9565b50811515610222565b508d811061021c565b630beaf00160e31b83526004829052602483fd5b634e487b7160e01b84526021600452602484fd5b505b80fd5b50346104175760803660031901126104175760043563ffffffff8116908181036108415760243560443565ffffffffffff811680910361083d576064356001600160401b03811161083957610473903690600401611960565b338752600760205260408720549194916001600160a01b0316801580610801575b156107fc5750335b6001600160a01b0381169586156107e9576104b682613654565b9163ffffffff6104c4612928565b16808a036107d2575090604091600884019162ffffff8760081c16918c600160ff8a161b958185889352866020522054166107be57918c869492898d8f9b99826105179165ffffffffffff9d9b996136ec565b9b60028901998a549160038b019d8e54169361053560035496614627565b604051639556483760e01b81526004810191909152906020826024816001600160a01b038b165afa80156107b35789928391610777575b509260209360405191858301934685523060408501526060840152608083015260a082015260a081526105a060c082611a5d565b604051918291518091835e8101838152039060025afa1561076c5760ff6105cd96519460e01c1694613b2e565b600484016105db898261404d565b690ffffffffffffffff0006001600160401b03821691600c1b1690808204611000149015171561075857808b11801561074c575b610730575090610624898c97969594936140a5565b8d5260205260408c20908154179055805460ff8160e81c1661071f575b5050558365ffffffffffff1983541617825569ffffffff00000000000082549160301b169069ffffffff0000000000001916178082556001600160601b03808451169160501c16016001600160601b03811161070b5781546bffffffffffffffffffffffff60501b191660509190911b6bffffffffffffffffffffffff60501b16179055516040805193845260208401929092526001600160801b0316908201527f9a6a088fdb86cdcb4be805d6af607b404dd95beeba461230499071f81d20382690606090a380f35b634e487b7160e01b88526011600452602488fd5b61ffff60e81b191690555f80610641565b636dc3c8bd60e11b8f5260048c905260248b905260445260648efd5b508b158b15141561060f565b634e487b7160e01b8f52601160045260248ffd5b6040513d87823e3d90fd5b9250506020823d6020116107ab575b8161079360209383611a5d565b810103126107a7579051889190602061056c565b8880fd5b3d9150610786565b6040513d8b823e3d90fd5b636fb0a54f60e01b8d5260048c905260248dfd5b634479e19360e11b8b5260048a905260245260448afd5b630beaf00160e31b895233600452602489fd5b61049c565b50338852600660205260ff604089205460c01c166005811015610825571515610494565b634e487b7160e01b89526021600452602489fd5b8580fd5b8480fd5b8280fd5b5034610417576101403660031901126104175761086061194b565b60e036602319011261041557610104356001600160401b0381116108415761088c903690600401611960565b90916108966118f6565b9261089f611b86565b6108a7611ca7565b6108b08261284c565b93919490956108ea816108c28861297c565b809663ffffffff8a5460801c1680966108db8d8d6129b1565b6108e3612928565b928b612a7e565b63ffffffff865460a01c169163ffffffff8216956109088488613227565b9361ffff63ffffffff8616116109f95750908591610924612928565b61092f90828c6136ec565b61093990826138f5565b885460381c6001600160481b03166109519083611b16565b895461ffff60c01b191660c09690961b61ffff60c01b169590951790985592968793906004019361098194612eb0565b6040519060e435825283602083015265ffffffffffff169060407ff4ec36dafd8ac0e52f53d6f39999993451eea73111dfd2696d1149f2e164834a91a263ffffffff166109cd91613227565b63ffffffff166109dc91611b16565b336109e692613241565b805f516020614f5f5f395f51905f525d80f35b8a9060a435856001600160401b0382168203610a3b5763e149204b60e01b845263ffffffff9283166004529091166024526001600160401b0316604452606490fd5b8380fd5b50346104175780600319360112610417576002546040516001600160a01b039091168152602090f35b503461041757602036600319011261041757610a8261194b565b90610a8b611b86565b610a948261284c565b90610aa0949294612928565b61ffff60045460c01c1660010161ffff8111610b305763ffffffff918261ffff610acc93169116611afc565b16928363ffffffff610add8861297c565b161115610b0a57946109e69495610b05610aff610af8612928565b86866136ec565b856138f5565b6139f4565b50505063ffffffff610b1d60449461297c565b631068da8b60e01b845216600452602452fd5b634e487b7160e01b86526011600452602486fd5b5034610417576080366003190112610417576004356001600160401b03811161041557610b75903690600401611870565b6024356001600160401b038111610a3b5791610bc591610b9d610be1959436906004016118a0565b90610ba66118d0565b92610baf6118e3565b94610bb8611b86565b610bc0611ca7565b611d96565b905f516020614f5f5f395f51905f525d6040519182918261190a565b0390f35b503461041757606036600319011261041757610bff61194b565b90602435916001600160401b038316809303610415576044356001600160401b03811161084157610c34903690600401611960565b90610c3d611b86565b610c468361284c565b939092428810610cf25790610cb991610cb26109e6989960405160208101917f80a541c5030eb6f9622cc48e2bd27cceb7619c80d15fdcad1804e8d8ecf8e0aa835265ffffffffffff8b166040830152606082015260608152610caa608082611a5d565b519020613922565b8686613948565b610cd4610cce610cc7612928565b85856136ec565b846138f5565b63ffffffff610ceb81610ce5612928565b16611ae4565b16936139f4565b637ed7379160e01b87526004889052602487fd5b503461041757806003193601126104175760025460a01c60ff1615610d4457506020638fb3603760e01b5b6040516001600160e01b03199091168152f35b602090610d31565b5034610417578060031936011261041757610dee90610be1610d8d7f0000000000000000000000000000000000000000000000000000000000000000614499565b91610db77f0000000000000000000000000000000000000000000000000000000000000000614499565b610dfc60405191610dc9602084611a5d565b8383525f368137604051968796600f60f81b885260e0602089015260e088019061198d565b90868203604088015261198d565b9146606086015230608086015260a085015283820360c08501526119b1565b503461041757602036600319011261041757610e35611846565b600254906001600160a01b0382163303610eb557803b15610e9a576001600160a01b03166001600160a01b03199190911681176002556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a180f35b6361798f2f60e11b83526001600160a01b0316600452602482fd5b62d1953b60e31b835233600452602483fd5b503461041757602036600319011261041757610ee1611846565b610ee9611b86565b610ef281613654565b90610efb612928565b91610f078382846136ec565b9260ff606085015116600281115f146112b7576001190160ff8111610b3057935b825460ff8160f01c1660ff87168181118015906112a5575b61127e57039560ff871161070b5760ff60f01b1990911660f09190911b60ff60f01b16178355610f7081846138f5565b8051600480546040516332fa79d960e21b81526001600160a01b03888116600160a11b811794830185905298946001600160801b03169291906020908290602490829086165afa908115611273578b91611241575b508a949392918190869060d81c61ffff165b60ff8d16821061120657505090610fed91611ce3565b92610ff6614270565b9160058504835260408301948060011c8652835161101391611ce3565b855161101e91611ce3565b9a8b60208501528a845191875163ffffffff8c169e8f946040519360ff16845233602085015260408401526060830152608082015260a07f4f8623a807e1d90f7fe48c8c17ed983e07e9ee612bff507efc98951f5552795891a388886020850151916110899461428e565b506004549051906001600160a01b0316803b1561083d57604051633d6c5ae160e21b815260048101849052336024820152604481019290925284908290606490829084905af19081156111fb5784916111e6575b505060018060a01b03600454169151823b15610a3b5760648492836040519586948593633d6c5ae160e21b8552600485015261dead602485015260448401525af180156111db576111c6575b50506060015160ff1660071461114e575b84805f516020614f5f5f395f51905f525d80f35b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600360c01b178255600491909101805463ffffffff60c01b1660e09290921b6001600160e01b0319169190911790557f96a79c04dda757828019d11ed4b819f92a4adcb9e30fb051365170359332a7758380a35f80808061113a565b816111d091611a5d565b61083957855f611129565b6040513d84823e3d90fd5b816111f091611a5d565b61084157825f6110dd565b6040513d86823e3d90fd5b9192806001929596979861121d8561123394611b16565b9050836127105f19830104019015150290611ce3565b93018c969594939291610fd7565b90506020813d60201161126b575b8161125c60209383611a5d565b8101031261005157515f610fc5565b3d915061124f565b6040513d8d823e3d90fd5b6060840151637dcb11f160e11b8a526001600160a01b03881660045260ff16602452604489fd5b506001600160801b0384511615610f40565b508493610f28565b5034610417576020366003190112610417576004356001600160401b038111610415576112f09036906004016118a0565b906112f9611b86565b81158015611363575b61134c57825b82811015611338578060051b8201359065ffffffffffff8216820361083d576113326001926132ef565b01611308565b83805f516020614f5f5f395f51905f525d80f35b604483836311378ca360e21b825280600452602452fd5b506101008211611302565b5034610417578060031936011261041757602060ff60025460a81c166040519015158152f35b503461041757610140366003190112610417576113af61194b565b60e036602319011261041557610104356001600160401b038111610841576113db903690600401611960565b91906113e56118f6565b6113ed611b86565b6113f5611ca7565b806114406114028561284c565b969192909763ffffffff61141881610ce5612928565b1680976114248661297c565b9788936114318d896129b1565b611439612928565b928c612a7e565b601060ff835460081c16146116045765ffffffffffff9061147261146c611465612928565b898b6136ec565b886138f5565b1691828852600d6020526040882063ffffffff835460801c1660405191611498836119f8565b87835260208301918252805490600160401b8210156115f057906114c191600182018155611aaa565b9290926115dc575163ffffffff1663ffffffff1663ffffffff198354161782555181549060201b67ffffffff00000000169067ffffffff000000001916179055815460081c60ff1661151290611abf565b825461ff00191660089190911b61ff001617825580825460801c63ffffffff169061153c91611afc565b825463ffffffff60801b191660809190911b63ffffffff60801b1617825563ffffffff16905460381c6001600160481b03166115789082611b16565b946115898486848960048601612eb0565b6115939087612f55565b6040519060e4358252602082015283604082015260607f7a533e74b68061a04918d10784a98593ba711a55b0915728bb7d938a7d19913091a263ffffffff16906109cd91613227565b634e487b7160e01b8b5260048b905260248bfd5b634e487b7160e01b8c52604160045260248cfd5b630f1f42a760e41b88526010600452602488fd5b50346104175780600319360112610417576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461005157610120366003190112610051576004356001600160401b0381116100515761168f903690600401611870565b916024356001600160401b038111610051576116af9036906004016118a0565b6116b76118d0565b906116c06118e3565b9260a0366083190112610051576116d5611b86565b6116dd611ca7565b60018060a01b036004541696604051637e062a3560e11b81526020816004818c5afa9081156117e1575f9161179f575b5060018060a01b031660c4359860ff8a16809a0361005157813b1561005157610be19960e45f9283604051958694859363d505accf60e01b85523360048601526024850152608435604485015260a43560648501526084840152833560a48401526101043560c48401525af1611789575b50610bc59596611d96565b610bc596505f61179891611a5d565b5f9561177e565b90506020813d6020116117d9575b816117ba60209383611a5d565b8101031261005157516001600160a01b0381168103610051575f61170d565b3d91506117ad565b6040513d5f823e3d90fd5b3461005157602036600319011261005157602061182e61180a611846565b611812611b86565b6001600160a01b0381165f908152600684526040902090611bbb565b5f5f516020614f5f5f395f51905f525d604051908152f35b600435906001600160a01b038216820361005157565b35906001600160a01b038216820361005157565b9181601f84011215610051578235916001600160401b0383116100515760208085019460e0850201011161005157565b9181601f84011215610051578235916001600160401b038311610051576020808501948460051b01011161005157565b6044359063ffffffff8216820361005157565b6064359063ffffffff8216820361005157565b610124359063ffffffff8216820361005157565b60206040818301928281528451809452019201905f5b81811061192d5750505090565b825165ffffffffffff16845260209384019390920191600101611920565b6004359065ffffffffffff8216820361005157565b9181601f84011215610051578235916001600160401b038311610051576020838186019501011161005157565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90602080835192838152019201905f5b8181106119ce5750505090565b82518452602093840193909201916001016119c1565b35906001600160401b038216820361005157565b604081019081106001600160401b03821117611a1357604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b03821117611a1357604052565b608081019081106001600160401b03821117611a1357604052565b90601f801991011681019081106001600160401b03821117611a1357604052565b600954811015611a965760095f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015611a96575f5260205f2001905f90565b60ff1660ff8114611ad05760010190565b634e487b7160e01b5f52601160045260245ffd5b63ffffffff60019116019063ffffffff8211611ad057565b9063ffffffff8091169116019063ffffffff8211611ad057565b81810292918115918404141715611ad057565b6001600160401b038111611a135760051b60200190565b90611b4a82611b29565b611b576040519182611a5d565b8281528092611b68601f1991611b29565b0190602036910137565b356001600160401b03811681036100515790565b5f516020614f5f5f395f51905f525c611bac5760015f516020614f5f5f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b60038201805460501c6001600160601b03169392908415611c9f5780546bffffffffffffffffffffffff60501b19169055600101546040518481526001600160a01b039283169290911690819083907f484decdc1e9549e1866295f6f86c889ded3f7de410e7488a7a415978589dc8fd90602090a36004546001600160a01b031691823b1561005157604051633d6c5ae160e21b8152600160a01b90911760048201526001600160a01b03909116602482015260448101849052905f908290818381606481015b03925af180156117e157611c935750565b5f611c9d91611a5d565b565b505f93505050565b60ff60025460a81c16611cb657565b63d93c066560e01b5f5260045ffd5b9065ffffffffffff8091169116019065ffffffffffff8211611ad057565b91908203918211611ad057565b805115611a965760200190565b8051821015611a965760209160051b010190565b9190811015611a965760e0020190565b356001600160a01b03811681036100515790565b93929093606081019460018060a01b0316815260606020820152825180955260206080820193015f955b808710611d7e575050611d7b93945060408184039101526119b1565b90565b90936020806001928751815201950196019590611d5f565b91939295949080158015612841575b8015612837575b61282057600165ffffffffffff60105416019265ffffffffffff8411611ad057335f52600e60205265ffffffffffff60405f2054165f198301838111611ad057611e5f65ffffffffffff60405193611e0385611a27565b338552602080860191825260ff9490941660408087019182528a84165f908152600c9096529094209451855491516001600160d01b03199092166001600160a01b039190911617911660a01b65ffffffffffff60a01b16178355565b51815460ff60d01b191660d09190911b60ff60d01b16179055335f908152600e60205260409020805465ffffffffffff191665ffffffffffff8681169190911790915560105490611eb4848216838316611cc5565b169065ffffffffffff191617601055611ecc82611b29565b95611eda6040519788611a5d565b828752601f19611ee984611b29565b013660208901378698611efb84611b40565b96611f0585611b40565b985f5b868110611f535750506004546001600160a01b03169896505050863b1593506100519250505057611c82925f928360405180968195829463b96f8f3760e01b84523360048501611d35565b65ffffffffffff611f68818316828c16611cc5565b16611f738284611cfd565b5265ffffffffffff611f858284611cfd565b5116611f92828989611d11565b85831015611a96578260051b870135601e1988360301811215610051578701906001600160401b038235116100515781353603602083011361005157611fd6612928565b9263ffffffff611fe7818616611ae4565b16926001600160a01b03611ffa84611d21565b165f52600660205260405f209460ff865460c01c16600581101561280c5780156127e357600181036127c757506001600160a01b0361203b60208601611d21565b161515806127a9575b61277d57426001600160401b0361205d60a08701611b72565b16106127565765ffffffffffff600387015460b01c168060c0860135108015612743575b612729575063ffffffff891680159061270d575b80156126e9575b6126b7578d858063ffffffff83161191821592612683575b50508015612664575b612625576001600160a01b036120d285611d21565b165f52600a60205260405f2060c085013560031c5f5260205260405f2054600760c0860135168060e060c088013560051b160460201490151715611ad05763ffffffff9060e060c087013560051b161c1663ffffffff6001600160401b0361213c60408801611b72565b161015612613576001600160401b0361215760408701611b72565b1690808210156126055750505f5b8063ffffffff8b16116125e957506001600160a01b0361218485611d21565b165f52600a60205260405f2060c085013560031c5f5260205260405f206121be63ffffffff8b1660e060c088013560051b161b825461417a565b90556121c984611d21565b6040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca60208201908152909291906001600160a01b036122098861185c565b1660408501526001600160a01b036122236020890161185c565b1660608501526001600160401b0361223d604089016119e4565b166080850152606087019283356001600160801b038116809103610051576001600160481b0396866122f0958d6122db61146c9760c08f6122e19860a06122f59f01526001600160401b03612294608083016119e4565b16828801526001600160401b036122ad60a083016119e4565b1660e0880152013561010086015261010085526122cc61012086611a5d565b60208635960194519020613922565b91613948565b896122eb89611d21565b6136ec565b61299d565b16928c61ffff6123128363ffffffff808a5460a01c169416613227565b1665ffffffffffff600188015460a01c16906040519261012084018481106001600160401b03821117611a135760405260ff8a1684528b60208501915f835260408601905f82526060870190815260808701918b835260a088019363ffffffff16845260c088019489865260e0890196875261010089019788528a5f52600b60205260405f20985160ff1660ff198a54161789555160ff166123c590899061ff0082549160081b169061ff001916179055565b51875491519251935163ffffffff60801b60809190911b1660389490941b6fffffffffffffffffff000000000000001660189390931b66ffffffff0000001690151560101b62ff00001673ffffffffffffffffffffffffffffffffffff000019909216919091171717178455518354915165ffffffffffff60a01b1990921660a09190911b63ffffffff60a01b161760c09190911b61ffff60c01b161782555181546001600160d01b031660d09190911b6001600160d01b03191617905560018501805465ffffffffffff60a01b191660a084901b65ffffffffffff60a01b16179055600185015460d01c62ffffff169462ffffff8614611ad0576001818101805462ffffff60d01b19169790910160d01b62ffffff60d01b16969096179095558c946124f88563ffffffff8b16611b16565b6125088363ffffffff8916613227565b63ffffffff166125189082611b16565b968363ffffffff8c16600485019361252f94612eb0565b61253884611d21565b9061254291612f55565b6001600160a01b0361255384611d21565b16936040519360c00135845263ffffffff891660208501526040840152606083015263ffffffff8c166080830152339160a07fb3b93d06d5a6e064665a753a04e4d6f3780c3052d6dea5963d92a8b75c91a85e91a46125b2828d611cfd565b526001600160a01b036125c6828989611d11565b6125cf90611d21565b16600160a01b176125e0828c611cfd565b52600101611f08565b63ffffffff8a63167e75e160e11b5f521660045260245260445ffd5b61260e91611ce3565b612165565b6001600160401b0363ffffffff612157565b612661858f61263660808801611b72565b63e149204b60e01b5f5263ffffffff92831660045291166024526001600160401b0316604452606490565b5ffd5b508d63ffffffff8061267a611001828616611afc565b169116116120bd565b612693925063ffffffff16613227565b63ffffffff6001600160401b036126ac60808801611b72565b16911610858f6120b4565b6001600160801b038963ffffffff6126d16060880161299d565b9163e039339760e01b5f52166004521660245260445ffd5b506001600160481b036001600160801b036127066060870161299d565b161161209c565b506001600160801b036127226060860161299d565b1615612095565b60c08563047da72760e11b5f52013560045260245260445ffd5b5065ffffffffffff60c086013511612081565b6001600160401b0361276a60a08601611b72565b6317fefc0960e11b5f521660045260245ffd5b61278960208501611d21565b6306c81dd560e11b5f9081526001600160a01b0391909116600452602490fd5b50336001600160a01b036127bf60208701611d21565b161415612044565b612661906127d486611d21565b63070211fb60e31b5f52612a60565b6127ec85611d21565b630beaf00160e31b5f9081526001600160a01b0391909116600452602490fd5b634e487b7160e01b5f52602160045260245ffd5b86906311378ca360e21b5f5260045260245260445ffd5b5080871415611dac565b506101008111611da5565b906128568261413c565b805490926001600160a01b03906128719060ff84169061483a565b54163381036128f8575063ffffffff61288d9160181c16611a7e565b905460039190911b1c6001600160a01b0316906128a982613654565b906128b38461297c565b63ffffffff806128c581610ce5612928565b169116908111156128d35750565b63ffffffff906128e1612928565b906319e69fab60e01b5f526004521660245260445ffd5b6306c81dd560e11b5f5260045260245ffd5b8115612914570490565b634e487b7160e01b5f52601260045260245ffd5b61295160035461ffff61294665ffffffffffff8360a01c1643611ce3565b9160d01c169061290a565b63ffffffff81116129655763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b61299963ffffffff91548261ffff8260c01c169160a01c16611afc565b1690565b356001600160801b03811681036100515790565b906024356001600160a01b03811691828203610051576001600160a01b031690828214801590612a34575b6129e65750505050565b50608435906001600160801b03821691828103610051576084946001600160481b0391505460381c169160405193630f8dc35d60e41b85526004850152602484015260448301526064820152fd5b506084356001600160801b0381169081810361005157506001600160481b03855460381c1614156129dc565b6001600160a01b031660045260449190600581101561280c57602452565b9194909395929560ff835460c01c16600581101561280c578015612e785760018103612e5157506044356001600160a01b0381169485821415806100515786151580612e45575b612e2b5760c435906001600160401b0382169586831415938461005157428810612e1857600389015460e4359d9060b01c65ffffffffffff16808f108f8115612e08575b50612df2575063ffffffff169687158015612dd5575b8015612db0575b612d835763ffffffff821663ffffffff84169182821192831593612d52575b508215612d32575b5050612cf2575050602435976001600160a01b03891695868a03610051578c91875f52600a60205260405f20938360031c94855f5260205260405f205460e0600786169560051b169480860460201490151715611ad05763ffffffff90851c1693606435936001600160401b0385169687861415806100515763ffffffff891015612cdf57505f966001600160401b03875b169080821015612cd15750505f5b808311612cbb575090612c19918c5f52600a60205260405f20905f5260205260405f20921b825461417a565b90556040519760208901997facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca8b5260408a015250610051576060870152506100515760808401526084356001600160801b0381168091036100515760a084015260a4356001600160401b0381168091036100515760c08401525061005157611c9d976122db9360e08301526101008201526101008152610caa61012082611a5d565b8263167e75e160e11b5f5260045260245260445ffd5b612cda91611ce3565b612bed565b966001600160401b0363ffffffff612bdf565b60a435906001600160401b03821682036100515763e149204b60e01b5f5263ffffffff9283166004529091166024526001600160401b031660445260645ffd5b63ffffffff919250612d4990826110019116611afc565b16105f80612b4d565b612d5e91935082613227565b60a4356001600160401b038116918282036100515763ffffffff91501610915f612b45565b87608435906001600160801b03821691828103610051575063e039339760e01b5f5260045260245260445ffd5b506084356001600160801b038116808203610051576001600160481b03915011612b26565b506084356001600160801b03811690818103610051575015612b1f565b8e63047da72760e11b5f5260045260245260445ffd5b65ffffffffffff9150118f612b09565b876317fefc0960e11b5f5260045260245ffd5b82879161005157506306c81dd560e11b5f5260045260245ffd5b50505f33871415612ac5565b602435906001600160a01b03821682036100515763070211fb60e31b5f5261266191612a60565b6024356001600160a01b038116908181036100515750630beaf00160e31b5f5260045260245ffd5b600160ff1b8114611ad0575f0390565b9291612ef3612ee8612eed612ee8612efb95612ee3611c9d9a98612ed383614187565b612edc89614187565b918c6141aa565b614187565b612ea0565b92614187565b9083856141aa565b815460e01c63ffffffff8216811015612f2f575081546001600160e01b031660e09190911b6001600160e01b031916179055565b90509080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b600480546040516332fa79d960e21b8152600160a11b6001600160a01b03948516179281019290925292939092909160209184916024918391165afa9182156117e1575f926131f3575b50612fa8612928565b92612fb16136c8565b506004810160ff63ffffffff600384015460301c16925460e81c165f92612fd66136c8565b5082549360405195612fe787611a42565b6001600160801b038616875260208701976001600160401b038760801c168952604088019663ffffffff8160c01c1688526060890195865260e01c9263ffffffff8b16905b63ffffffff895116828110806131ea575b806131e1575b15613133576001600160401b038c511615159081613128575b81613118575b81613107575b506130f1575b6001600160801b036130926102858c61027b8d63ffffffff61027181835116611ae4565b6001600160801b0381116130da576001600160801b03168b528b516001600160401b03916130c9916102c191610285918516614032565b168b528015611ad0575f190161302c565b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff6130ff81895116611abf565b16875261306e565b6131119150614782565b155f613068565b9050600760ff8951161090613062565b87811415915061305c565b5050929098506001600160401b039795945061316896935098909863ffffffff845116809111156131bf575b5050505061404d565b16906001600160601b0361318c600554936001600160401b038560601c1690611b16565b92168083106131b7575b508181106131a2575050565b6302b4f2ab60e51b5f5260045260245260445ffd5b91505f613196565b63ffffffff928110156131da57505b1690525f80808061315f565b90506131ce565b50811515613043565b5085811061303d565b9091506020813d60201161321f575b8161320f60209383611a5d565b810103126100515751905f612f9f565b3d9150613202565b9063ffffffff8091169116039063ffffffff8211611ad057565b906040918251936132528486611a5d565b60018552601f19840191823660208801378451926132708685611a5d565b600184523660208501376001600160a01b0316600160a01b1761329286611cf0565b5261329c82611cf0565b526004546001600160a01b0316803b15610051576132d3945f809486519788958694859363b96f8f3760e01b855260048501611d35565b03925af19081156132e65750611c935750565b513d5f823e3d90fd5b6132f88161413c565b80545f9260ff8260101c166134815761331963ffffffff8360181c16611a7e565b905460039190911b1c6001600160a01b03165f81815260066020526040902090926133438561297c565b60ff835460c01c16600581101561280c57600314158061363b575b613614575062ff000019166201000017845560018101805460d01c62ffffff16908115611ad057805462ffffff60d01b19165f1990920160d081901b62ffffff60d01b1692909217905562ffffff16156135cb575b6133bb614270565b9184549163ffffffff8360a01c1660ff8460081c16965f65ffffffffffff8516985b8082106135735750509161340b91836133f961341d969561297c565b9263ffffffff8860801c1691896148c4565b6001600160a01b039260ff169061483a565b541692838251917f06f34ebd072ad4bc4cc1a410a7f681a7628376589d9ff6c235f30349d35c1113606060406134596020880196875190611ce3565b955196019586516040519182528660208301526040820152a380613503575b50519182613487575b50505050565b6004546001600160a01b031691823b1561083d57604051633d6c5ae160e21b8152600360a01b90911760048201526001600160a01b0390911660248201526044810192909252829082908183816064810103925af180156111db576134ee575b8080613481565b6134f9828092611a5d565b61041757806134e7565b6004546001600160a01b0316803b1561005157604051633d6c5ae160e21b8152600160a01b851760048201526001600160a01b038616602482015260448101929092525f908290606490829084905af180156117e157156134785761356b9194505f90611a5d565b5f925f613478565b909263ffffffff6001918b5f52600d6020526135c16135958760405f20611aaa565b5091604051926135a4846119f8565b54908c8a89878086169586895260201c16928360208901526148c4565b51169301906133dd565b61360f600482016135da612928565b815460e01c9063ffffffff8116821015612f2f575081546001600160e01b031660e09190911b6001600160e01b031916179055565b6133b3565b63ffffffff9081613623612928565b9163f7b8334160e01b5f52166004521660245260445ffd5b50613644612928565b63ffffffff80831691161061335e565b9060018060a01b038216805f52600660205260405f209260ff845460c01c1691600583101561280c5782156136b657506001821415806136ab575b613697575050565b63070211fb60e31b5f526126619250612a60565b50600282141561368f565b630beaf00160e31b5f5260045260245ffd5b604051906136d582611a42565b5f6060838281528260208201528260408201520152565b919290926136f86136c8565b506137016136c8565b506004840160ff63ffffffff600387015460301c16955460e81c166040956137276136c8565b5082549387519561373787611a42565b6001600160801b038616875260208701976001600160401b038760801c1689528988019663ffffffff8160c01c1688526060890195865260e01c9263ffffffff81169a5b63ffffffff8951168c8110806138ec575b806138e3575b1561386b576001600160401b038c511615159081613860575b81613850575b8161383f575b50613829575b6001600160801b036137e16102858c61027b8d63ffffffff61027181835116611ae4565b6001600160801b0381116130da576001600160801b03168b528b516001600160401b0391613818916102c191610285918516614032565b168b528015611ad0575f190161377b565b60ff61383781895116611abf565b1687526137bd565b6138499150614782565b155f6137b7565b9050600760ff89511610906137b1565b8781141591506137ab565b505096999450969190975063ffffffff925082895116809111156138c7575b509651161061389857505050565b63ffffffff92916138a8916140fa565b9063eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b838110156138dc575081855b1688525f61388a565b82906138d3565b50811515613792565b5085811061378c565b9060609061390681600485016140a5565b0151815460ff60e81b191660e89190911b60ff60e81b16179055565b60429061392d6144d7565b906040519161190160f01b8352600283015260228201522090565b90549093916001600160a01b0390911690816139658486846145f3565b50506001600160a01b0316146139ed576064835f9460209660405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d111616156139cd5750565b631992f39360e31b5f9081526001600160a01b0391909116600452602490fd5b5050505050565b939192613a008261297c565b928254938460801c63ffffffff168560381c6001600160481b0316613a259082611b16565b9363ffffffff84168063ffffffff851690613a3f91613227565b63ffffffff16613a4f9087611b16565b9760a01c63ffffffff16613a639082613227565b875461ffff60c01b191660c09190911b61ffff60c01b1617875560405190815287602082015265ffffffffffff8a169060407f44201af10d5fce21b627fd1df46344c61984d0fb56954d68cf0b27bc3c949a0c91a260040193613ac594612eb0565b60045490546001600160a01b0391821694613ae39160ff169061483a565b541692803b1561005157604051633d6c5ae160e21b8152600160a01b6001600160a01b0394851617600482015293909216602484015260448301525f90829081838160648101611c82565b949593909291958215801561402a575b614005576001600160fb1b0381168103611ad057604051918160051b830160405282916001915f525f905b808210613f7d5750501561005157613b7f614657565b5065ffffffffffff8311613f6657613b95614657565b95613bb760405195611fc087016040528663040000001760408801528261417a565b610140880152806101208801528652601f190160808601526060850152604084015260608101808211611ad057610f608201808311611ad05760c085015260a084015260e083015260015b15613c78575b5f613c1283614a42565b610100830151613c02578251610f6060a085015163020000006040870151843560801c8352602083019060c01b171760408201526060810160a08701520160c0850152600161010085015260108101809111611ad0578352613c7383614a42565b613c02565b8151928335938460e01c9060048101809111611ad0578452613c9984614e94565b610100810190818111611ad05760ff8101918211611ad0576040850151809260081c03613f515750506060830151905f9282935b60808601518511613dbc57855160a0870151602088015160408901519093925f198201918211611ad05761010094602086939687928c510393818188370194818460051b1694859160025afa955b613d6f575050519215610051578752613d3387614e94565b848614159081613d64575b50613d55579360208101809111611ad05793613ccd565b6393ff20b560e01b5f5260045ffd5b90508114155f613d3e565b9190949285918360208860041b169760011c936001191610811715613db15790602091828235911852019260208660405f60025afa1694915b60011c80613d1b565b518652929491613da8565b919592509392505f5263ffffffff60c01b9060201c1660205260205f60288160025afa15610051575f519060a081015192601f198401519262ffffff8416526001935b605f1981019363070000008116613e315750607f19015193602062ffffff861660508660025afa16945b949392613dff565b630400000081969296169081613f455763010000008116613e845750506020607f1986015195603862ffffff881691604f190160025afa1694610f6060e08401510160c08401525f610100840152613e29565b62ffffff91949692939550603f1983016001600160801b0319821617601f1984015265ffffffffffff8160201c16602088015265ffffffffffff8160801c166040880152818160501c16606088015260681c16608086015260a08501525b156100515715613c0857919080516101408201518103613f09575060e001515103613d5557565b613f1c613f2f9161012084015190611ce3565b9161012061014082015191015190611ce3565b9063c3ac829760e01b5f5260045260245260445ffd5b50929450909250613ee2565b639c486ae160e01b5f5260045260245260445ffd5b8263459c788d60e11b5f525f60045260245260445ffd5b95918160e09a969298949a9995991b60205260208060245f60025afa1697816020510698815b8a8151108c82101615613fb857602001613fa3565b9a949891959990939792969a818151141586821417613fdd575b505060010190613b69565b8592955b818111613ff65750526020019260015f613fd2565b601f1981018051909152613fe1565b50505091509150806140145750565b63c3ac829760e01b5f525f60045260245260445ffd5b508015613b3e565b9190915f8382019384129112908015821691151617611ad057565b805460e01c9063ffffffff6040840151168092111561409e57611d7b926001600160401b0360206140936102859463ffffffff61408c6102c198611ae4565b16906146b9565b939050015116614032565b5050505f90565b81518154602084015160409094015163ffffffff60c01b60c09190911b1667ffffffffffffffff60801b60809590951b949094166001600160801b039092166001600160e01b03199091161717919091179055565b63ffffffff809154928360e01c80838316105f146141345750925b60c01c169116908181105f1461412e57611d7b91613227565b50505f90565b905092614115565b65ffffffffffff1690815f52600b60205260405f20916001600160481b03835460381c16156141685750565b639cd0472160e01b5f5260045260245ffd5b91908201809211611ad057565b6001600160ff1b0381116141985790565b63123baf0360e11b5f5260045260245ffd5b9290919263ffffffff806141c381845460c01c16611ae4565b169316928303614228579060016141ec92019384548463ffffffff8216146141f4575b5061486c565b60401b179055565b9061421b6142219260401c916001600160401b038360401d931660070b92600f0b90614032565b92614032565b905f6141e6565b9261425d60026142639394950193855f528460205261421b60405f2054936001600160401b038560401d951660070b94614032565b9061486c565b915f5260205260405f2055565b6040519061427d82611a27565b5f6040838281528260208201520152565b90939192935f91831561448f576004546001600160a01b039081169116813b1561005157604051636864029360e11b8152600160a11b82176004820152600360a01b909117602482015260448101879052905f908290606490829084905af180156117e157614479575b50600901908154928315805f1461441d57614346604051614318816119f8565b848152846020820152925b60208401516001600160d01b0316906143409060408b901b61290a565b9061417a565b906001600160d01b0382116144045763ffffffff60405197614367896119f8565b168088526001600160d01b0390921660208801521591826143f3575b5050156143be575f1983019283116143aa5750611d7b92916143a491611aaa565b90614970565b634e487b7160e01b81526011600452602490fd5b600160401b8310156143df5750816143a4916001611d7b9594018155611aaa565b634e487b7160e01b81526041600452602490fd5b5163ffffffff161490505f80614383565b6306dfcc6560e41b845260d06004526024829052604484fd5b5f198501858111614465576144356143469186611aaa565b5060405190614443826119f8565b5463ffffffff81168252602090811c6001600160d01b03169082015292614323565b634e487b7160e01b84526011600452602484fd5b6144869192505f90611a5d565b5f9060096142f8565b5050505050505f90565b60ff811690601f82116144c857604051916144b5604084611a5d565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614806145ca575b15614532577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526145c460c082611a5d565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614509565b906041830361461d576146169250602081013591604082359201355f1a906149c0565b9192909190565b50505f9160029190565b611d7b9065ffffffffffff61464d6003549263ffffffff61ffff8560d01c169116611b16565b9160a01c1661417a565b6040519061016082018281106001600160401b03821117611a13576040525f610140838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152565b91909163ffffffff83165f526002810160205260405f2054926001600160401b038460401d941660070b809463ffffffff600182950154931663ffffffff84160361472d57505090614727611d7b9260401c916001600160401b038360401d931660070b92600f0b90614032565b93614032565b945092915050565b5f811261473f5790565b635467221960e11b5f5260045260245ffd5b6001600160401b03811161476b576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b63ffffffff60105460601c1663ffffffff82161115614834576147a490614627565b60206003549160446147bd617fff8560d11c168361417a565b604051637f04a68f60e11b815260048101939093526024830152909283919082906001600160a01b03165afa9081156117e1575f916147fb57501590565b90506020813d60201161482c575b8161481660209383611a5d565b8101031261005157518015158103610051571590565b3d9150614809565b50600190565b9060ff65ffffffffffff911691160365ffffffffffff8111611ad05765ffffffffffff165f52600c60205260405f2090565b908180600f0b036148ac57808060070b03614895576001600160401b03169060401b60170b1790565b63327269a760e01b5f52604060045260245260445ffd5b5063327269a760e01b5f52608060045260245260445ffd5b9461495a9061495461496c9661494e60096148f36040996001600160481b036149609a995460381c1690611b16565b9661491b61491463ffffffff61490d818816828b16613227565b168a611b16565b8d5161417a565b8c528b614944602061493a6149348a8960088801614cef565b8c611b16565b920191825161417a565b9052019384614ec8565b92614ec8565b90611ce3565b90611b16565b811c920191825161417a565b9052565b91906149ad57805182546020928301516001600160f01b031990911663ffffffff9290921691909117911b640100000000600160f01b0316179055565b634e487b7160e01b5f525f60045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411614a37579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156117e1575f516001600160a01b03811615614a2d57905f905f90565b505f906001905f90565b5050505f9160039190565b5f916060820180516080840151808203614b90575b50505160808301518114614aad575b50614a7082614e94565b8215614aa85750604001519081811015614a9357630f04ae6d60e21b5f5260045ffd5b635186268b60e01b5f5260045260245260445ffd5b915050565b925090805191604082019182519160a0820191825196519460208201938451870394603097650100000000009a60c086019a5b5b8c5f198b0110614b7e5780358b610100031c908b60031c01998c5183145f1982015f198401101517614b62578183816020938e6060968f105f14614b3e5735858401520360801b8260c01b171760408501529a5b01910190614ae0565b50909150039a8c3585528285018c60801b8360c01b1717604086015203999a614b35565b99979c509950949950959091929503905252845252915f614a66565b909b99600719019960081c9b90614ae1565b909194505f91845190604086015192602087015160a08801519260309065010000000000915b848203614bdf575b5050506020880152608087015260a086015284526040840152925f80614a57565b919750939594955b875f19870110614cdc57863582610100031c968260031c0160c08b015182145f1988015f198a01101517614cd157878085019703968760801b8960c01b179781875110828951100190815f14614cb55750600114614c605750908060208360609435828401520197175b604082015201935f9791614bb6565b97999360208792939c969d979a94989a015b8981511015614c8357602001614c72565b989960609398949a630100000092969c979d93989e60681b8b60501b179060201b178317171797601f19019497614c51565b8335855299505060209182019790945060609291820117614c51565b959697819550614bbe565b60089790971c9660071990910190614be7565b92919263ffffffff5f94169063ffffffff83169081831115614e8b575f19830163ffffffff8111611ad05762ffffff8091600896959493961c169360081c16935b83851115614d3f575050505050565b9091929395865f528160205260405f2054908760081b808511614e76575b6101008101808211611ad0578610614e34575b507e01000100010001000100010001000100010001000100010001000100010001827f5555555555555555555555555555555555555555555555555555555555555555614e1f9460011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c9061417a565b955f198114611ad05760010193929190614d30565b614e4060019187611ce3565b1b915f198301928311611ad057909116907e01000100010001000100010001000100010001000100010001000100010001614d70565b915f19614e838487611ce3565b1b1691614d5d565b505f9450505050565b805190610140810151809211614ea8575050565b6101200151614eb691611ce3565b6363b1f89b60e01b5f5260045260245ffd5b905f9063ffffffff835491165b818310614f1a57505080614ef35750505f5b6001600160d01b031690565b5f198101908111611ad057614f0791611aaa565b505460201c6001600160d01b0316614ee7565b9091614f26838261417a565b60011c908263ffffffff614f3a8488611aaa565b5054161015614f57575060018101809111611ad057915b90614ed5565b9250614f5156fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0060c0346100a657601f610a2838819003918201601f19168301916001600160401b038311848410176100aa578084926020946040528339810103126100a657516001600160a01b03811681036100a6576080523360a05260405161096990816100bf82396080518181816091015281816102fd015281816105d10152818161074501526107cc015260a05181818160f30152818161019e0152818161029301526105210152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806351cff8d9146106c157806370a082311461068a5780637548c9fa1461055057806380f556051461050c578063b96f8f3714610237578063cbe9e7641461020d578063d0c8052614610182578063f5b16b84146100c45763fc0c546a1461007c575f80fd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100c05760603660031901126100c0576024356001600160a01b03811690600435908290036100c0576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f5760208161014f7fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f09385610922565b845f525f825260405f2061016482825461086f565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100c05760603660031901126100c0576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f576020816101fa7f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab9385610922565b61020481866108d3565b604051908152a3005b346100c05760203660031901126100c0576004355f526001602052602060405f2054604051908152f35b346100c05760603660031901126100c057610250610804565b60243567ffffffffffffffff81116100c05761027090369060040161081a565b9160443567ffffffffffffffff81116100c05761029190369060040161081a565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f578085036104fd575f946001600160a01b03909316938593909291905b808510610471576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa928315610401575f9361043d575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f511482161561041e575b50836040525f6060521561040c57826024816020936370a0823160e01b82523060048301525afa8015610401575f906103cd575b6103ae92506108c6565b908082036103b857005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f9575b816103e760209383610890565b810103126100c0576103ae91516103a4565b3d91506103da565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b6001821516610434573b15153d15161685610370565b843d5f823e3d90fd5b9092506020813d602011610469575b8161045960209383610890565b810103126100c05751918561033e565b3d915061044c565b909192939561048e60019161048789868861084b565b359061086f565b966104b061049d82858961084b565b356104a983878961084b565b35906108d3565b866104bc82858961084b565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104eb85898b61084b565b35604051908152a301939291906102dd565b6342d7c33560e01b5f5260045ffd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100c0575f3660031901126100c05761dead5f9081526020527f44ad89ba62b98ff34f51403ac22759b55759460c0bb5521eb4b6ee3cff49cf835480156106755761dead5f525f6020525f604081205561dead807fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb6020604051858152a37f00000000000000000000000000000000000000000000000000000000000000009060405163a9059cbb60e01b5f5261dead6004528160245260205f60448180875af19060015f5114821615610654575b6040521561063357602090604051908152f35b50635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661066c57833b15153d15161690610620565b503d5f823e3d90fd5b63cb6ad3ad60e01b5f5261dead60045260245ffd5b346100c05760203660031901126100c0576001600160a01b036106ab610804565b165f525f602052602060405f2054604051908152f35b346100c05760203660031901126100c0576001600160a01b036106e2610804565b16801580156107fb575b80156107c9575b6107b757335f525f60205260405f205480156107a457335f525f6020525f6040812055816040518281527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519063a9059cbb60e01b5f526004528160245260205f60448180875af19060015f5114821615610654576040521561063357602090604051908152f35b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146106f3565b503081146106ec565b600435906001600160a01b03821682036100c057565b9181601f840112156100c05782359167ffffffffffffffff83116100c0576020808501948460051b0101116100c057565b919081101561085b5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161087c57565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176108b257604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161087c57565b906108eb90825f52600160205260405f20549061086f565b906bffffffffffffffffffffffff821161090d575f52600160205260405f2055565b6305fe83ff60e01b5f5260045260245260445ffd5b90815f52600160205260405f20548082116109505790610941916108c6565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
