// Generated from contracts/src/StorageMarket.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 21832 bytes deployed.

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

export const storageMarketBytecode = "0x610180806040523461095b57806169b3803803809161001e828561095f565b83398101036101c0811261095b5781516001600160a01b038116919082900361095b5761004d60208401610982565b9261016061005d60408301610982565b92605f19011261095b576040519361016085016001600160401b038111868210176108e7576040526060820151926001600160a01b038416840361095b57859485948552608084016100ae90610996565b602086019081526100c160a08601610996565b6040870190815260c0860151906060880191825260e0870151926080890193845261010088016100f090610996565b60a08a01908152946101056101208a01610996565b60c08b019081529661011a6101408b01610996565b60e08c019081529861012f6101608c01610996565b6101008d019081529a6101456101808201610996565b9c610120019c8d526101a001519c610140019c8d5260405161016860408261095f565b6005815260208101906421b0b4b93760d91b82526040519161018b60408461095f565b600183526020830191603160f81b83526101a4816109d1565b610120526101b1846109d1565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261021a60c08261095f565b5190206080523060c052600280546001600160a01b0319166001600160a01b039290921691821790556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a18061016052813b1561092d573b156108fb5760405190610a288083016001600160401b038111848210176108e7576020928492615f8b843981520301905ff080156108dc57600480546001600160a01b0319166001600160a01b039283161790556003548c514360a01b65ffffffffffff60a01b1692163b156108ad578c9161033263ffffffff855116600281101590816108a0575b506040519061031560408361095f565b600b82526a726f756e64426c6f636b7360a81b6020830152610a1d565b61037363ffffffff8651168015159081610894575b506040519061035760408361095f565b600a8252696368616c6c656e67657360b01b6020830152610a1d565b6103ac86518015159081610882575b506040519061039260408361095f565b60088252676d696e5374616b6560c01b6020830152610a1d565b6103e460018060401b0388511115604051906103c960408361095f565b6009825268756e69745374616b6560b81b6020830152610a1d565b61042b63ffffffff8951168015159081610875575b506040519061040960408361095f565b601082526f736c6173684261736973506f696e747360801b6020830152610a1d565b61046c6201000063ffffffff8b511611156040519061044b60408361095f565b600f82526e756e626f6e64696e67526f756e647360881b6020830152610a1d565b6104a961100063ffffffff8c511611156040519061048b60408361095f565b600c82526b6e6f74696365526f756e647360a01b6020830152610a1d565b6104ee63ffffffff8c511660028110159081610869575b50604051906104d060408361095f565b600c82526b616e73776572526f756e647360a01b6020830152610a1d565b61054263ffffffff8d5116801515908161085c575b506040519061051360408361095f565b601782527f64697370757465536c6173684261736973506f696e74730000000000000000006020830152610a1d565b61057e8d51801515908161084a575b506040519061056160408361095f565b600b82526a191a5cdc1d5d19509bdb9960aa1b6020830152610a1d565b835161ffff60d01b60d09190911b16600160a01b600160e01b0319831682178117600381905593516001600160a01b0390811694919391908216859003610791575b505050505081516003549060ff60e01b9060e01b169060ff60e01b191617600355600160601b60019003835116600160a01b6c010000000000000000000000009003855160601b169086518b8b60045463ffffffff60a01b8c5160a01b168d61ffff60c01b905160c01b169260ff60d01b905160d01b169361ffff60e81b905160e81b169461ffff60e81b199260ff60d01b199161ffff60d81b9060d81b169068ffff00ffffffffffff60a01b191617161716171717600455600160a01b60019003198c5160a01b169117176005556040519a600160a01b600190039051168b525163ffffffff1660208b01525163ffffffff1660408a01525160608901525160808801525163ffffffff1660a08701525163ffffffff1660c08601525163ffffffff1660e08501525163ffffffff166101008401525163ffffffff16610120830152516101408201526101607f6557e3a01aa36b37bc1376ee2e77791672be05b777b46a99da922d12c7a4ba1191a16040516155489081610a43823960805181614ad9015260a05181614b96015260c05181614aa3015260e05181614b2801526101005181614b4e0152610120518161128c015261014051816112b601526101605181818160200152611fee0152f35b65ffffffffffff8160a01c164303904382116108365760d01c61ffff16908115610822570463ffffffff811161080b576fffffffff0000000000000000000000006010549160601b16906fffffffff00000000000000000000000019161760105563ffffffff60e01b161717176003555f808080806105c0565b6306dfcc6560e41b5f52602060045260245260445ffd5b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b6001600160601b03101590505f610551565b612710915011155f610503565b6008915011155f6104c0565b612710915011155f6103f9565b6001600160601b03101590505f610382565b6020915011155f610347565b611000915011155f610305565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b6040516302aa8f4160e01b815260206004820152600960248201526832bc3a32b739b4b7b760b91b6044820152606490fd5b6040516302aa8f4160e01b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176108e757604052565b51906001600160a01b038216820361095b57565b519063ffffffff8216820361095b57565b602060409281835280519182918282860152018484015e5f828201840152601f01601f1916010190565b601f8151116109fc5760208151910151602082106109ed571790565b5f198260200360031b1b161790565b60405163305a27a960e01b8152908190610a1990600483016109a7565b0390fd5b15610a255750565b6040516302aa8f4160e01b8152908190610a1990600483016109a756fe60806040526004361015610055575b3461005157604051365f82375f8036837f00000000000000000000000000000000000000000000000000000000000000005af43d5f833e61004d573d90fd5b3d90f35b5f80fd5b5f5f3560e01c806306ec16f8146121ac57806318d6b9581461201d5780632d5537b014611fd85780633d03e024146118b75780635c975abb146118915780636cd0f878146117e257806378d97c94146113ea5780637a9e5e4b1461133e57806384b0196e1461126f5780638fb3603714611229578063a2cbbfff14611108578063ad1e6d3514611067578063bc109dd414610f8b578063bf7e214f14610f62578063d78edc1c14610845578063e0ffdb3a1461041a5763ef6a61391461011b575061000e565b3461041757604036600319011261041757610134612206565b906024359163ffffffff8316809303610415576001600160a01b0316808252600660205260408220805460c01c60ff16600581101561040157156103ed579261017b613313565b90610184613c91565b506004850163ffffffff600387015460301c169160ff875460e81c16906040808210911802604018926101b5613c91565b50825493604051956101c687612402565b6001600160801b038616875260208701976001600160401b038760801c168952604088019663ffffffff8160c01c1688526060890195865260e01c9a63ffffffff8316935b63ffffffff895116858110806103e4575b806103db575b15610344576001600160401b038c511615159081610339575b81610329575b81610318575b50610302575b6001600160801b0361028a6102858c61027b8d63ffffffff610271818351166124a4565b168091528d614c82565b94909151166145fb565b614cfe565b6001600160801b0381116102eb576001600160801b03168b528b516001600160401b03916102c6916102c1916102859185166145fb565b614d1a565b168b5280156102d7575f190161020b565b634e487b7160e01b8c52601160045260248cfd5b6306dfcc6560e41b8e52608060045260245260448dfd5b60ff6103108189511661247f565b16875261024d565b6103229150614d4b565b155f610247565b9050600760ff8951161090610241565b87811415915061023b565b5050602099507f475e34f0a7bc4eb58d92263c5dd9c2253ffc3a9d7080619bb53bd8f06c3181d8945060ff9195929761039a6103ae9a63ffffffff938f8f60409987875116809311156103bc575b505050613ebe565b5116915116825191825288820152a26146c3565b63ffffffff60405191168152f35b82101590506103d45750848c5b1684528e8080610392565b85906103c9565b50811515610222565b508d811061021c565b630beaf00160e31b83526004829052602483fd5b634e487b7160e01b84526021600452602484fd5b505b80fd5b50346104175760803660031901126104175760043563ffffffff8116908181036108415760243560443565ffffffffffff811680910361083d576064356001600160401b03811161083957610473903690600401612320565b338752600760205260408720549194916001600160a01b0316801580610801575b156107fc5750335b6001600160a01b0381169586156107e9576104b682613c1d565b9163ffffffff6104c4613313565b16808a036107d2575090604091600884019162ffffff8760081c16918c600160ff8a161b958185889352866020522054166107be57918c869492898d8f9b99826105179165ffffffffffff9d9b99613cb5565b9b60028901998a549160038b019d8e54169361053560035496614bf0565b604051639556483760e01b81526004810191909152906020826024816001600160a01b038b165afa80156107b35789928391610777575b509260209360405191858301934685523060408501526060840152608083015260a082015260a081526105a060c08261241d565b604051918291518091835e8101838152039060025afa1561076c5760ff6105cd96519460e01c16946140f7565b600484016105db8982614616565b690ffffffffffffffff0006001600160401b03821691600c1b1690808204611000149015171561075857808b11801561074c575b610730575090610624898c979695949361466e565b8d5260205260408c20908154179055805460ff8160e81c1661071f575b5050558365ffffffffffff1983541617825569ffffffff00000000000082549160301b169069ffffffff0000000000001916178082556001600160601b03808451169160501c16016001600160601b03811161070b5781546bffffffffffffffffffffffff60501b191660509190911b6bffffffffffffffffffffffff60501b16179055516040805193845260208401929092526001600160801b0316908201527f9a6a088fdb86cdcb4be805d6af607b404dd95beeba461230499071f81d20382690606090a380f35b634e487b7160e01b88526011600452602488fd5b61ffff60e81b191690555f80610641565b636dc3c8bd60e11b8f5260048c905260248b905260445260648efd5b508b158b15141561060f565b634e487b7160e01b8f52601160045260248ffd5b6040513d87823e3d90fd5b9250506020823d6020116107ab575b816107936020938361241d565b810103126107a7579051889190602061056c565b8880fd5b3d9150610786565b6040513d8b823e3d90fd5b636fb0a54f60e01b8d5260048c905260248dfd5b634479e19360e11b8b5260048a905260245260448afd5b630beaf00160e31b895233600452602489fd5b61049c565b50338852600660205260ff604089205460c01c166005811015610825571515610494565b634e487b7160e01b89526021600452602489fd5b8580fd5b8480fd5b8280fd5b5034610417576101403660031901126104175761086061230b565b60e036602319011261041557610104356001600160401b0381116108415761088c903690600401612320565b90916108966122b6565b9061089f612546565b6108a7612667565b6108b081613237565b92919490956108be86613367565b9363ffffffff875460801c16916108d5898961339c565b6108dd613313565b9360ff835460c01c166005811015610f4e578015610f265760018103610efd57506044356001600160a01b03811614159182610cfa576044356001600160a01b0316151580610ee5575b610ec15760c4356001600160401b03811614159586610d0257426001600160401b0360c4351610610ea35760e43560301c8015159081610e90575b5065ffffffffffff600387015460b01c16908165ffffffffffff60e4351610908115610e88575b50610e70575085158015610e53575b8015610e2a575b610dfe5763ffffffff891663ffffffff8b161190811591610dbe575b8115610d99575b50610d53576024356001600160a01b0381169003610cfa5760018060a01b03602435168c52600a60205260408c20651fffffffffff60e43560031c168d5260205260408c2054600760e435168060e060e43560051b160460201490151715610d3f5760e43560051b60e0161c63ffffffff166064356001600160401b038116141580610cfe578d63ffffffff6064356001600160401b03161015610d2b579050508c5f916001600160401b036064355b16915080821015610d1d5750508c5b808711610d06575060018060a01b03602435168d52600a60205260408d208d651fffffffffff60e43560031c16905260205260408d20610acc8760e060e43560051b161b8254614743565b9055604051937facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca602086015260018060a01b03602435166040860152610d02576044356001600160a01b03166060850152610cfa576001600160401b036064351660808401526084356001600160801b038116809103610d025760a084015260a435956001600160401b038716808803610cfe5760c0850152610cfa57610ba7610bb0936001600160401b0360c4351660e082015260e4356101008201526101008152610b9b6101208261241d565b60208151910120613eeb565b84602435613f11565b63ffffffff875460a01c1692610bcc8463ffffffff89166137f0565b9361ffff63ffffffff861611610ccd57505085918591610bea613313565b610bf590828c613cb5565b610bff9082613ebe565b885460381c6001600160481b0316610c1790836124d6565b895461ffff60c01b191660c09690961b61ffff60c01b1695909517909855929687939060040193610c4794613479565b6040519060e435825263ffffffff8416602083015265ffffffffffff169060407ff4ec36dafd8ac0e52f53d6f39999993451eea73111dfd2696d1149f2e164834a91a263ffffffff169063ffffffff1690610ca1916137f0565b63ffffffff16610cb0916124d6565b33610cba9261380a565b805f5160206155285f395f51905f525d80f35b63e149204b60e01b8b5263ffffffff90811660045287166024526001600160401b03166044528860645b90fd5b8b80fd5b8d80fd5b8c80fd5b63167e75e160e11b8e52600487905260245260448dfd5b610d26916126a3565b610a81565b90916001600160401b0363ffffffff610a72565b634e487b7160e01b8d52601160045260248dfd5b8b8860a4358b6001600160401b0382168203610d955763e149204b60e01b845263ffffffff9283166004529091166024526001600160401b0316604452606490fd5b8380fd5b63ffffffff9150610daf908261100191166124bc565b1663ffffffff8a16115f6109c2565b9050610dd663ffffffff8a1663ffffffff8c166137f0565b60a4356001600160401b03811691828203610dfa5763ffffffff91501610906109bb565b8f80fd5b6084358d6001600160801b038216888184036108415763e039339760e01b835260045260245260449150fd5b506084356001600160801b038116808203610e4f576001600160481b0391501161099f565b8e80fd5b506084356001600160801b03811690818103610e4f575015610998565b63047da72760e11b8e5260e43560045260245260448dfd5b90505f610989565b905065ffffffffffff891614155f610962565b6317fefc0960e11b8d5260c4356001600160401b031660045260248dfd5b8b83610417576306c81dd560e11b81526044356001600160a01b0316600452602490fd5b505f92506044356001600160a01b0316331415610927565b8b90602435906001600160a01b03821682036108415763070211fb60e31b8352610cf79161344b565b6024358c6001600160a01b03821680830361041557630beaf00160e31b825260045260249150fd5b634e487b7160e01b8c52602160045260248cfd5b50346104175780600319360112610417576002546040516001600160a01b039091168152602090f35b503461041757602036600319011261041757610fa561230b565b90610fae612546565b610fb782613237565b90610fc3949294613313565b61ffff60045460c01c1660010161ffff81116110535763ffffffff918261ffff610fef931691166124bc565b16928363ffffffff61100088613367565b16111561102d5794610cba949561102861102261101b613313565b8686613cb5565b85613ebe565b613fbd565b50505063ffffffff611040604494613367565b631068da8b60e01b845216600452602452fd5b634e487b7160e01b86526011600452602486fd5b5034610417576080366003190112610417576004356001600160401b03811161041557611098903690600401612230565b6024356001600160401b038111610d9557916110e8916110c061110495943690600401612260565b906110c9612290565b926110d26122a3565b946110db612546565b6110e3612667565b612756565b905f5160206155285f395f51905f525d604051918291826122ca565b0390f35b50346104175760603660031901126104175761112261230b565b90602435916001600160401b038316809303610415576044356001600160401b03811161084157611157903690600401612320565b90611160612546565b61116983613237565b93909242881061121557906111dc916111d5610cba989960405160208101917f80a541c5030eb6f9622cc48e2bd27cceb7619c80d15fdcad1804e8d8ecf8e0aa835265ffffffffffff8b1660408301526060820152606081526111cd60808261241d565b519020613eeb565b8686613f11565b6111f76111f16111ea613313565b8585613cb5565b84613ebe565b63ffffffff61120e81611208613313565b166124a4565b1693613fbd565b637ed7379160e01b87526004889052602487fd5b503461041757806003193601126104175760025460a01c60ff161561126757506020638fb3603760e01b5b6040516001600160e01b03199091168152f35b602090611254565b5034610417578060031936011261041757611311906111046112b07f0000000000000000000000000000000000000000000000000000000000000000614a62565b916112da7f0000000000000000000000000000000000000000000000000000000000000000614a62565b61131f604051916112ec60208461241d565b8383525f368137604051968796600f60f81b885260e0602089015260e088019061234d565b90868203604088015261234d565b9146606086015230608086015260a085015283820360c0850152612371565b503461041757602036600319011261041757611358612206565b600254906001600160a01b03821633036113d857803b156113bd576001600160a01b03166001600160a01b03199190911681176002556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a180f35b6361798f2f60e11b83526001600160a01b0316600452602482fd5b62d1953b60e31b835233600452602483fd5b503461041757602036600319011261041757611404612206565b61140c612546565b61141581613c1d565b9061141e613313565b9161142a838284613cb5565b9260ff606085015116600281115f146117da576001190160ff811161105357935b825460ff8160f01c1660ff87168181118015906117c8575b6117a157039560ff871161070b5760ff60f01b1990911660f09190911b60ff60f01b161783556114938184613ebe565b8051600480546040516332fa79d960e21b81526001600160a01b03888116600160a11b811794830185905298946001600160801b03169291906020908290602490829086165afa908115611796578b91611764575b508a949392918190869060d81c61ffff165b60ff8d16821061172957505090611510916126a3565b92611519614839565b9160058504835260408301948060011c86528351611536916126a3565b8551611541916126a3565b9a8b60208501528a845191875163ffffffff8c169e8f946040519360ff16845233602085015260408401526060830152608082015260a07f4f8623a807e1d90f7fe48c8c17ed983e07e9ee612bff507efc98951f5552795891a388886020850151916115ac94614857565b506004549051906001600160a01b0316803b1561083d57604051633d6c5ae160e21b815260048101849052336024820152604481019290925284908290606490829084905af190811561171e578491611709575b505060018060a01b03600454169151823b15610d955760648492836040519586948593633d6c5ae160e21b8552600485015261dead602485015260448401525af180156116fe576116e9575b50506060015160ff16600714611671575b84805f5160206155285f395f51905f525d80f35b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600360c01b178255600491909101805463ffffffff60c01b1660e09290921b6001600160e01b0319169190911790557f96a79c04dda757828019d11ed4b819f92a4adcb9e30fb051365170359332a7758380a35f80808061165d565b816116f39161241d565b61083957855f61164c565b6040513d84823e3d90fd5b816117139161241d565b61084157825f611600565b6040513d86823e3d90fd5b9192806001929596979861174085611756946124d6565b9050836127105f198301040190151502906126a3565b93018c9695949392916114fa565b90506020813d60201161178e575b8161177f6020938361241d565b8101031261005157515f6114e8565b3d9150611772565b6040513d8d823e3d90fd5b6060840151637dcb11f160e11b8a526001600160a01b03881660045260ff16602452604489fd5b506001600160801b0384511615611463565b50849361144b565b5034610417576020366003190112610417576004356001600160401b03811161041557611813903690600401612260565b9061181c612546565b81158015611886575b61186f57825b8281101561185b578060051b8201359065ffffffffffff8216820361083d576118556001926138b8565b0161182b565b83805f5160206155285f395f51905f525d80f35b604483836311378ca360e21b825280600452602452fd5b506101008211611825565b5034610417578060031936011261041757602060ff60025460a81c166040519015158152f35b503461041757610140366003190112610417576118d261230b565b60e036602319011261041557610104356001600160401b038111610841576118fe903690600401612320565b6119066122b6565b9261190f612546565b611917612667565b61192081613237565b9095919263ffffffff61193581611208613313565b169561194085613367565b9561194b898761339c565b611953613313565b9160ff855460c01c166005811015610f4e578015610f265760018103610efd57506044356001600160a01b03811614159283610cfa576044356001600160a01b0316151580611fc0575b611f9c5760c4356001600160401b03811614159081610d0257426001600160401b0360c4351610610ea35760e43560301c151580611f97575b65ffffffffffff600389015460b01c16908165ffffffffffff60e4351610908115611f8f575b50610e70575063ffffffff8816158015611f68575b8015611f43575b611f0f578a63ffffffff8b161190811591611ecf575b8115611eaa575b50611e68576024356001600160a01b0381169003610cfa5760018060a01b03602435168c52600a60205260408c20651fffffffffff60e43560031c168d5260205260408c2054600760e435168060e060e43560051b160460201490151715610d3f576064356001600160401b038116141580610cfe5763ffffffff6064356001600160401b03161015611e5457505f908d6001600160401b036064355b16905063ffffffff8260e060e43560051b161c1681105f14611e355750508c5b8063ffffffff8a1611611e19575060018060a01b03602435168d52600a60205260408d208d651fffffffffff60e43560031c16905260205260408d20611b4963ffffffff8a1660e060e43560051b161b8254614743565b9055604051947facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca602087015260018060a01b03602435166040870152610d02576044356001600160a01b03166060860152610cfa576001600160401b036064351660808501526084356001600160801b0381168103610d02576001600160801b031660a085015260a4356001600160401b0381168103610d02576001600160401b031660c0850152611e1557611c27611c30936001600160401b0360c4351660e082015260e4356101008201526101008152610b9b6101208261241d565b85602435613f11565b601060ff855460081c1614611e015765ffffffffffff90611c5c6111f1611c55613313565b858b613cb5565b1692838852600d6020526040882063ffffffff825460801c1660405191611c82836123b8565b88835260208301918252805490600160401b821015611ded5790611cab9160018201815561246a565b929092611dd957957f7a533e74b68061a04918d10784a98593ba711a55b0915728bb7d938a7d199130606063ffffffff97611dad611dca98611da7610cba9f9e9c9d611d99611dd19f8f9c8f9c849c8e806001600160481b03955116168f198354161782555167ffffffff0000000082549160201b169067ffffffff000000001916179055611d59611d4360ff835460081c1661247f565b825461ff00191660089190911b61ff0016178255565b611d8c611d6c898f845460801c166124bc565b825463ffffffff60801b191660809190911b63ffffffff60801b16178255565b5460381c168b87166124d6565b9d858b168f60048601613479565b8d61351e565b856040519160e4358352166020820152866040820152a2166137f0565b16906124d6565b90339061380a565b634e487b7160e01b8b5260048b905260248bfd5b634e487b7160e01b8c52604160045260248cfd5b630f1f42a760e41b88526010600452602488fd5b8a80fd5b63167e75e160e11b8e5263ffffffff891660045260245260448dfd5b63ffffffff611e4f9260e060e43560051b161c16906126a3565b611af2565b908d6001600160401b0363ffffffff611ad2565b8b8a60a4358b6001600160401b0382168203610d955763e149204b60e01b845263ffffffff9283166004529091166024526001600160401b0316604452606490fd5b63ffffffff9150611ec0908261100191166124bc565b1663ffffffff8a16115f611a35565b9050611ee18b63ffffffff8c166137f0565b6001600160401b0360a4351660a43503610cfe5763ffffffff6001600160401b0360a4351691161090611a2e565b878d6084356001600160801b038116908181036108415760449363ffffffff915063e039339760e01b845216600452602452fd5b506084356001600160801b038116808203610e4f576001600160481b03915011611a18565b506001600160801b036084351660843503610d02576001600160801b036084351615611a11565b90505f6119fc565b6119d6565b8b84610417576306c81dd560e11b81526044356001600160a01b0316600452602490fd5b505f93506044356001600160a01b031633141561199d565b50346104175780600319360112610417576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461005157610120366003190112610051576004356001600160401b0381116100515761204f903690600401612230565b916024356001600160401b0381116100515761206f903690600401612260565b612077612290565b906120806122a3565b9260a036608319011261005157612095612546565b61209d612667565b60018060a01b036004541696604051637e062a3560e11b81526020816004818c5afa9081156121a1575f9161215f575b5060018060a01b031660c4359860ff8a16809a0361005157813b15610051576111049960e45f9283604051958694859363d505accf60e01b85523360048601526024850152608435604485015260a43560648501526084840152833560a48401526101043560c48401525af1612149575b506110e89596612756565b6110e896505f6121589161241d565b5f9561213e565b90506020813d602011612199575b8161217a6020938361241d565b8101031261005157516001600160a01b0381168103610051575f6120cd565b3d915061216d565b6040513d5f823e3d90fd5b346100515760203660031901126100515760206121ee6121ca612206565b6121d2612546565b6001600160a01b0381165f90815260068452604090209061257b565b5f5f5160206155285f395f51905f525d604051908152f35b600435906001600160a01b038216820361005157565b35906001600160a01b038216820361005157565b9181601f84011215610051578235916001600160401b0383116100515760208085019460e0850201011161005157565b9181601f84011215610051578235916001600160401b038311610051576020808501948460051b01011161005157565b6044359063ffffffff8216820361005157565b6064359063ffffffff8216820361005157565b610124359063ffffffff8216820361005157565b60206040818301928281528451809452019201905f5b8181106122ed5750505090565b825165ffffffffffff168452602093840193909201916001016122e0565b6004359065ffffffffffff8216820361005157565b9181601f84011215610051578235916001600160401b038311610051576020838186019501011161005157565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90602080835192838152019201905f5b81811061238e5750505090565b8251845260209384019390920191600101612381565b35906001600160401b038216820361005157565b604081019081106001600160401b038211176123d357604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b038211176123d357604052565b608081019081106001600160401b038211176123d357604052565b90601f801991011681019081106001600160401b038211176123d357604052565b6009548110156124565760095f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015612456575f5260205f2001905f90565b60ff1660ff81146124905760010190565b634e487b7160e01b5f52601160045260245ffd5b63ffffffff60019116019063ffffffff821161249057565b9063ffffffff8091169116019063ffffffff821161249057565b8181029291811591840414171561249057565b6001600160401b0381116123d35760051b60200190565b9061250a826124e9565b612517604051918261241d565b8281528092612528601f19916124e9565b0190602036910137565b356001600160401b03811681036100515790565b5f5160206155285f395f51905f525c61256c5760015f5160206155285f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b60038201805460501c6001600160601b0316939290841561265f5780546bffffffffffffffffffffffff60501b19169055600101546040518481526001600160a01b039283169290911690819083907f484decdc1e9549e1866295f6f86c889ded3f7de410e7488a7a415978589dc8fd90602090a36004546001600160a01b031691823b1561005157604051633d6c5ae160e21b8152600160a01b90911760048201526001600160a01b03909116602482015260448101849052905f908290818381606481015b03925af180156121a1576126535750565b5f61265d9161241d565b565b505f93505050565b60ff60025460a81c1661267657565b63d93c066560e01b5f5260045ffd5b9065ffffffffffff8091169116019065ffffffffffff821161249057565b9190820391821161249057565b8051156124565760200190565b80518210156124565760209160051b010190565b91908110156124565760e0020190565b356001600160a01b03811681036100515790565b93929093606081019460018060a01b0316815260606020820152825180955260206080820193015f955b80871061273e57505061273b9394506040818403910152612371565b90565b9093602080600192875181520195019601959061271f565b9193929594908015801561322c575b8015613222575b61320b57600165ffffffffffff60105416019265ffffffffffff841161249057335f52600e60205265ffffffffffff60405f2054165f1983018381116124905761281f65ffffffffffff604051936127c3856123e7565b338552602080860191825260ff9490941660408087019182528a84165f908152600c9096529094209451855491516001600160d01b03199092166001600160a01b039190911617911660a01b65ffffffffffff60a01b16178355565b51815460ff60d01b191660d09190911b60ff60d01b16179055335f908152600e60205260409020805465ffffffffffff191665ffffffffffff8681169190911790915560105490612874848216838316612685565b169065ffffffffffff19161760105561288c826124e9565b9561289a604051978861241d565b828752601f196128a9846124e9565b0136602089013786986128bb84612500565b966128c585612500565b985f5b8681106129135750506004546001600160a01b03169896505050863b1593506100519250505057612642925f928360405180968195829463b96f8f3760e01b845233600485016126f5565b65ffffffffffff612928818316828c16612685565b1661293382846126bd565b5265ffffffffffff61294582846126bd565b51166129528289896126d1565b85831015612456578260051b870135601e1988360301811215610051578701906001600160401b038235116100515781353603602083011361005157612996613313565b9263ffffffff6129a78186166124a4565b16926001600160a01b036129ba846126e1565b165f52600660205260405f209460ff865460c01c1660058110156131f75780156131ce57600181036131b257506001600160a01b036129fb602086016126e1565b16151580613194575b61316857426001600160401b03612a1d60a08701612532565b16106131415760c084013560301c15158061313c575b65ffffffffffff600388015460b01c16908165ffffffffffff60c08801351610908115613134575b5061311a575063ffffffff89168015906130fe575b80156130da575b6130a8578d858063ffffffff83161191821592613074575b50508015613055575b613016576001600160a01b03612aad856126e1565b165f52600a60205260405f20651fffffffffff60c086013560031c165f5260205260405f2054600760c0860135168060e060c088013560051b1604602014901517156124905763ffffffff9060e060c087013560051b161c1663ffffffff6001600160401b03612b1f60408801612532565b161015613004576001600160401b03612b3a60408701612532565b169080821015612ff65750505f5b8063ffffffff8b1611612fda57506001600160a01b03612b67856126e1565b165f52600a60205260405f20651fffffffffff60c086013560031c165f5260205260405f20612ba963ffffffff8b1660e060c088013560051b161b8254614743565b9055612bb4846126e1565b6040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca60208201908152909291906001600160a01b03612bf48861221c565b1660408501526001600160a01b03612c0e6020890161221c565b1660608501526001600160401b03612c28604089016123a4565b166080850152606087019283356001600160801b038116809103610051576001600160481b039686612ce1958d612cc6612cdb9760c08f612ccc9860a0612ce69f01526001600160401b03612c7f608083016123a4565b16828801526001600160401b03612c9860a083016123a4565b1660e088015201356101008601526101008552612cb76101208661241d565b60208635960194519020613eeb565b91613f11565b89612cd6896126e1565b613cb5565b88613ebe565b613388565b16928c61ffff612d038363ffffffff808a5460a01c1694166137f0565b1665ffffffffffff600188015460a01c16906040519261012084018481106001600160401b038211176123d35760405260ff8a1684528b60208501915f835260408601905f82526060870190815260808701918b835260a088019363ffffffff16845260c088019489865260e0890196875261010089019788528a5f52600b60205260405f20985160ff1660ff198a54161789555160ff16612db690899061ff0082549160081b169061ff001916179055565b51875491519251935163ffffffff60801b60809190911b1660389490941b6fffffffffffffffffff000000000000001660189390931b66ffffffff0000001690151560101b62ff00001673ffffffffffffffffffffffffffffffffffff000019909216919091171717178455518354915165ffffffffffff60a01b1990921660a09190911b63ffffffff60a01b161760c09190911b61ffff60c01b161782555181546001600160d01b031660d09190911b6001600160d01b03191617905560018501805465ffffffffffff60a01b191660a084901b65ffffffffffff60a01b16179055600185015460d01c62ffffff169462ffffff8614612490576001818101805462ffffff60d01b19169790910160d01b62ffffff60d01b16969096179095558c94612ee98563ffffffff8b166124d6565b612ef98363ffffffff89166137f0565b63ffffffff16612f0990826124d6565b968363ffffffff8c166004850193612f2094613479565b612f29846126e1565b90612f339161351e565b6001600160a01b03612f44846126e1565b16936040519360c00135845263ffffffff891660208501526040840152606083015263ffffffff8c166080830152339160a07fb3b93d06d5a6e064665a753a04e4d6f3780c3052d6dea5963d92a8b75c91a85e91a4612fa3828d6126bd565b526001600160a01b03612fb78289896126d1565b612fc0906126e1565b16600160a01b17612fd1828c6126bd565b526001016128c8565b63ffffffff8a63167e75e160e11b5f521660045260245260445ffd5b612fff916126a3565b612b48565b6001600160401b0363ffffffff612b3a565b613052858f61302760808801612532565b63e149204b60e01b5f5263ffffffff92831660045291166024526001600160401b0316604452606490565b5ffd5b508d63ffffffff8061306b6110018286166124bc565b16911611612a98565b613084925063ffffffff166137f0565b63ffffffff6001600160401b0361309d60808801612532565b16911610858f612a8f565b6001600160801b038963ffffffff6130c260608801613388565b9163e039339760e01b5f52166004521660245260445ffd5b506001600160481b036001600160801b036130f760608701613388565b1611612a77565b506001600160801b0361311360608601613388565b1615612a70565b60c08563047da72760e11b5f52013560045260245260445ffd5b90505f612a5b565b612a33565b6001600160401b0361315560a08601612532565b6317fefc0960e11b5f521660045260245ffd5b613174602085016126e1565b6306c81dd560e11b5f9081526001600160a01b0391909116600452602490fd5b50336001600160a01b036131aa602087016126e1565b161415612a04565b613052906131bf866126e1565b63070211fb60e31b5f5261344b565b6131d7856126e1565b630beaf00160e31b5f9081526001600160a01b0391909116600452602490fd5b634e487b7160e01b5f52602160045260245ffd5b86906311378ca360e21b5f5260045260245260445ffd5b508087141561276c565b506101008111612765565b9061324182614705565b805490926001600160a01b039061325c9060ff841690614e03565b54163381036132e3575063ffffffff6132789160181c1661243e565b905460039190911b1c6001600160a01b03169061329482613c1d565b9061329e84613367565b63ffffffff806132b081611208613313565b169116908111156132be5750565b63ffffffff906132cc613313565b906319e69fab60e01b5f526004521660245260445ffd5b6306c81dd560e11b5f5260045260245ffd5b81156132ff570490565b634e487b7160e01b5f52601260045260245ffd5b61333c60035461ffff61333165ffffffffffff8360a01c16436126a3565b9160d01c16906132f5565b63ffffffff81116133505763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b61338463ffffffff91548261ffff8260c01c169160a01c166124bc565b1690565b356001600160801b03811681036100515790565b906024356001600160a01b03811691828203610051576001600160a01b03169082821480159061341f575b6133d15750505050565b50608435906001600160801b03821691828103610051576084946001600160481b0391505460381c169160405193630f8dc35d60e41b85526004850152602484015260448301526064820152fd5b506084356001600160801b0381169081810361005157506001600160481b03855460381c1614156133c7565b6001600160a01b03166004526044919060058110156131f757602452565b600160ff1b8114612490575f0390565b92916134bc6134b16134b66134b16134c4956134ac61265d9a9861349c83614750565b6134a589614750565b918c614773565b614750565b613469565b92614750565b908385614773565b815460e01c63ffffffff82168110156134f8575081546001600160e01b031660e09190911b6001600160e01b031916179055565b90509080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b600480546040516332fa79d960e21b8152600160a11b6001600160a01b03948516179281019290925292939092909160209184916024918391165afa9182156121a1575f926137bc575b50613571613313565b9261357a613c91565b506004810160ff63ffffffff600384015460301c16925460e81c165f9261359f613c91565b50825493604051956135b087612402565b6001600160801b038616875260208701976001600160401b038760801c168952604088019663ffffffff8160c01c1688526060890195865260e01c9263ffffffff8b16905b63ffffffff895116828110806137b3575b806137aa575b156136fc576001600160401b038c5116151590816136f1575b816136e1575b816136d0575b506136ba575b6001600160801b0361365b6102858c61027b8d63ffffffff610271818351166124a4565b6001600160801b0381116136a3576001600160801b03168b528b516001600160401b0391613692916102c1916102859185166145fb565b168b528015612490575f19016135f5565b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff6136c88189511661247f565b168752613637565b6136da9150614d4b565b155f613631565b9050600760ff895116109061362b565b878114159150613625565b5050929098506001600160401b039795945061373196935098909863ffffffff84511680911115613788575b50505050614616565b16906001600160601b03613755600554936001600160401b038560601c16906124d6565b9216808310613780575b5081811061376b575050565b6302b4f2ab60e51b5f5260045260245260445ffd5b91505f61375f565b63ffffffff928110156137a357505b1690525f808080613728565b9050613797565b5081151561360c565b50858110613606565b9091506020813d6020116137e8575b816137d86020938361241d565b810103126100515751905f613568565b3d91506137cb565b9063ffffffff8091169116039063ffffffff821161249057565b9060409182519361381b848661241d565b60018552601f1984019182366020880137845192613839868561241d565b600184523660208501376001600160a01b0316600160a01b1761385b866126b0565b52613865826126b0565b526004546001600160a01b0316803b156100515761389c945f809486519788958694859363b96f8f3760e01b8552600485016126f5565b03925af19081156138af57506126535750565b513d5f823e3d90fd5b6138c181614705565b80545f9260ff8260101c16613a4a576138e263ffffffff8360181c1661243e565b905460039190911b1c6001600160a01b03165f818152600660205260409020909261390c85613367565b60ff835460c01c1660058110156131f7576003141580613c04575b613bdd575062ff000019166201000017845560018101805460d01c62ffffff1690811561249057805462ffffff60d01b19165f1990920160d081901b62ffffff60d01b1692909217905562ffffff1615613b94575b613984614839565b9184549163ffffffff8360a01c1660ff8460081c16965f65ffffffffffff8516985b808210613b3c575050916139d491836139c26139e69695613367565b9263ffffffff8860801c169189614e8d565b6001600160a01b039260ff1690614e03565b541692838251917f06f34ebd072ad4bc4cc1a410a7f681a7628376589d9ff6c235f30349d35c111360606040613a2260208801968751906126a3565b955196019586516040519182528660208301526040820152a380613acc575b50519182613a50575b50505050565b6004546001600160a01b031691823b1561083d57604051633d6c5ae160e21b8152600360a01b90911760048201526001600160a01b0390911660248201526044810192909252829082908183816064810103925af180156116fe57613ab7575b8080613a4a565b613ac282809261241d565b6104175780613ab0565b6004546001600160a01b0316803b1561005157604051633d6c5ae160e21b8152600160a01b851760048201526001600160a01b038616602482015260448101929092525f908290606490829084905af180156121a15715613a4157613b349194505f9061241d565b5f925f613a41565b909263ffffffff6001918b5f52600d602052613b8a613b5e8760405f2061246a565b509160405192613b6d846123b8565b54908c8a89878086169586895260201c1692836020890152614e8d565b51169301906139a6565b613bd860048201613ba3613313565b815460e01c9063ffffffff81168210156134f8575081546001600160e01b031660e09190911b6001600160e01b031916179055565b61397c565b63ffffffff9081613bec613313565b9163f7b8334160e01b5f52166004521660245260445ffd5b50613c0d613313565b63ffffffff808316911610613927565b9060018060a01b038216805f52600660205260405f209260ff845460c01c169160058310156131f7578215613c7f5750600182141580613c74575b613c60575050565b63070211fb60e31b5f52613052925061344b565b506002821415613c58565b630beaf00160e31b5f5260045260245ffd5b60405190613c9e82612402565b5f6060838281528260208201528260408201520152565b91929092613cc1613c91565b50613cca613c91565b506004840160ff63ffffffff600387015460301c16955460e81c16604095613cf0613c91565b50825493875195613d0087612402565b6001600160801b038616875260208701976001600160401b038760801c1689528988019663ffffffff8160c01c1688526060890195865260e01c9263ffffffff81169a5b63ffffffff8951168c811080613eb5575b80613eac575b15613e34576001600160401b038c511615159081613e29575b81613e19575b81613e08575b50613df2575b6001600160801b03613daa6102858c61027b8d63ffffffff610271818351166124a4565b6001600160801b0381116136a3576001600160801b03168b528b516001600160401b0391613de1916102c1916102859185166145fb565b168b528015612490575f1901613d44565b60ff613e008189511661247f565b168752613d86565b613e129150614d4b565b155f613d80565b9050600760ff8951161090613d7a565b878114159150613d74565b505096999450969190975063ffffffff92508289511680911115613e90575b5096511610613e6157505050565b63ffffffff9291613e71916146c3565b9063eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b83811015613ea5575081855b1688525f613e53565b8290613e9c565b50811515613d5b565b50858110613d55565b90606090613ecf816004850161466e565b0151815460ff60e81b191660e89190911b60ff60e81b16179055565b604290613ef6614aa0565b906040519161190160f01b8352600283015260228201522090565b90549093916001600160a01b039091169081613f2e848684614bbc565b50506001600160a01b031614613fb6576064835f9460209660405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161615613f965750565b631992f39360e31b5f9081526001600160a01b0391909116600452602490fd5b5050505050565b939192613fc982613367565b928254938460801c63ffffffff168560381c6001600160481b0316613fee90826124d6565b9363ffffffff84168063ffffffff851690614008916137f0565b63ffffffff1661401890876124d6565b9760a01c63ffffffff1661402c90826137f0565b875461ffff60c01b191660c09190911b61ffff60c01b1617875560405190815287602082015265ffffffffffff8a169060407f44201af10d5fce21b627fd1df46344c61984d0fb56954d68cf0b27bc3c949a0c91a26004019361408e94613479565b60045490546001600160a01b03918216946140ac9160ff1690614e03565b541692803b1561005157604051633d6c5ae160e21b8152600160a01b6001600160a01b0394851617600482015293909216602484015260448301525f90829081838160648101612642565b94959390929195821580156145f3575b6145ce576001600160fb1b038116810361249057604051918160051b830160405282916001915f525f905b8082106145465750501561005157614148614c20565b5065ffffffffffff831161452f5761415e614c20565b9561418060405195611fc0870160405286630400000017604088015282614743565b610140880152806101208801528652601f19016080860152606085015260408401526060810180821161249057610f6082018083116124905760c085015260a084015260e083015260015b15614241575b5f6141db8361500b565b6101008301516141cb578251610f6060a085015163020000006040870151843560801c8352602083019060c01b171760408201526060810160a08701520160c085015260016101008501526010810180911161249057835261423c8361500b565b6141cb565b8151928335938460e01c90600481018091116124905784526142628461545d565b6101008101908181116124905760ff8101918211612490576040850151809260081c0361451a5750506060830151905f9282935b6080860151851161438557855160a0870151602088015160408901519093925f1982019182116124905761010094602086939687928c510393818188370194818460051b1694859160025afa955b6143385750505192156100515787526142fc8761545d565b84861415908161432d575b5061431e5793602081018091116124905793614296565b6393ff20b560e01b5f5260045ffd5b90508114155f614307565b9190949285918360208860041b169760011c93600119161081171561437a5790602091828235911852019260208660405f60025afa1694915b60011c806142e4565b518652929491614371565b919592509392505f5263ffffffff60c01b9060201c1660205260205f60288160025afa15610051575f519060a081015192601f198401519262ffffff8416526001935b605f19810193630700000081166143fa5750607f19015193602062ffffff861660508660025afa16945b9493926143c8565b63040000008196929616908161450e576301000000811661444d5750506020607f1986015195603862ffffff881691604f190160025afa1694610f6060e08401510160c08401525f6101008401526143f2565b62ffffff91949692939550603f1983016001600160801b0319821617601f1984015265ffffffffffff8160201c16602088015265ffffffffffff8160801c166040880152818160501c16606088015260681c16608086015260a08501525b1561005157156141d1579190805161014082015181036144d2575060e00151510361431e57565b6144e56144f891610120840151906126a3565b91610120610140820151910151906126a3565b9063c3ac829760e01b5f5260045260245260445ffd5b509294509092506144ab565b639c486ae160e01b5f5260045260245260445ffd5b8263459c788d60e11b5f525f60045260245260445ffd5b95918160e09a969298949a9995991b60205260208060245f60025afa1697816020510698815b8a8151108c821016156145815760200161456c565b9a949891959990939792969a8181511415868214176145a6575b505060010190614132565b8592955b8181116145bf5750526020019260015f61459b565b601f19810180519091526145aa565b50505091509150806145dd5750565b63c3ac829760e01b5f525f60045260245260445ffd5b508015614107565b9190915f838201938412911290801582169115161761249057565b805460e01c9063ffffffff604084015116809211156146675761273b926001600160401b03602061465c6102859463ffffffff6146556102c1986124a4565b1690614c82565b9390500151166145fb565b5050505f90565b81518154602084015160409094015163ffffffff60c01b60c09190911b1667ffffffffffffffff60801b60809590951b949094166001600160801b039092166001600160e01b03199091161717919091179055565b63ffffffff809154928360e01c80838316105f146146fd5750925b60c01c169116908181105f146146f75761273b916137f0565b50505f90565b9050926146de565b65ffffffffffff1690815f52600b60205260405f20916001600160481b03835460381c16156147315750565b639cd0472160e01b5f5260045260245ffd5b9190820180921161249057565b6001600160ff1b0381116147615790565b63123baf0360e11b5f5260045260245ffd5b9290919263ffffffff8061478c81845460c01c166124a4565b1693169283036147f1579060016147b592019384548463ffffffff8216146147bd575b50614e35565b60401b179055565b906147e46147ea9260401c916001600160401b038360401d931660070b92600f0b906145fb565b926145fb565b905f6147af565b92614826600261482c9394950193855f52846020526147e460405f2054936001600160401b038560401d951660070b946145fb565b90614e35565b915f5260205260405f2055565b60405190614846826123e7565b5f6040838281528260208201520152565b90939192935f918315614a58576004546001600160a01b039081169116813b1561005157604051636864029360e11b8152600160a11b82176004820152600360a01b909117602482015260448101879052905f908290606490829084905af180156121a157614a42575b50600901908154928315805f146149e65761490f6040516148e1816123b8565b848152846020820152925b60208401516001600160d01b0316906149099060408b901b6132f5565b90614743565b906001600160d01b0382116149cd5763ffffffff60405197614930896123b8565b168088526001600160d01b0390921660208801521591826149bc575b505015614987575f198301928311614973575061273b929161496d9161246a565b90614f39565b634e487b7160e01b81526011600452602490fd5b600160401b8310156149a857508161496d91600161273b959401815561246a565b634e487b7160e01b81526041600452602490fd5b5163ffffffff161490505f8061494c565b6306dfcc6560e41b845260d06004526024829052604484fd5b5f198501858111614a2e576149fe61490f918661246a565b5060405190614a0c826123b8565b5463ffffffff81168252602090811c6001600160d01b031690820152926148ec565b634e487b7160e01b84526011600452602484fd5b614a4f9192505f9061241d565b5f9060096148c1565b5050505050505f90565b60ff811690601f8211614a915760405191614a7e60408461241d565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480614b93575b15614afb577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614b8d60c08261241d565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614ad2565b9060418303614be657614bdf9250602081013591604082359201355f1a90614f89565b9192909190565b50505f9160029190565b61273b9065ffffffffffff614c166003549263ffffffff61ffff8560d01c1691166124d6565b9160a01c16614743565b6040519061016082018281106001600160401b038211176123d3576040525f610140838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152565b91909163ffffffff83165f526002810160205260405f2054926001600160401b038460401d941660070b809463ffffffff600182950154931663ffffffff841603614cf657505090614cf061273b9260401c916001600160401b038360401d931660070b92600f0b906145fb565b936145fb565b945092915050565b5f8112614d085790565b635467221960e11b5f5260045260245ffd5b6001600160401b038111614d34576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b63ffffffff60105460601c1663ffffffff82161115614dfd57614d6d90614bf0565b6020600354916044614d86617fff8560d11c1683614743565b604051637f04a68f60e11b815260048101939093526024830152909283919082906001600160a01b03165afa9081156121a1575f91614dc457501590565b90506020813d602011614df5575b81614ddf6020938361241d565b8101031261005157518015158103610051571590565b3d9150614dd2565b50600190565b9060ff65ffffffffffff911691160365ffffffffffff81116124905765ffffffffffff165f52600c60205260405f2090565b908180600f0b03614e7557808060070b03614e5e576001600160401b03169060401b60170b1790565b63327269a760e01b5f52604060045260245260445ffd5b5063327269a760e01b5f52608060045260245260445ffd5b94614f2390614f1d614f3596614f176009614ebc6040996001600160481b03614f299a995460381c16906124d6565b96614ee4614edd63ffffffff614ed6818816828b166137f0565b168a6124d6565b8d51614743565b8c528b614f0d6020614f03614efd8a89600888016152b8565b8c6124d6565b9201918251614743565b9052019384615491565b92615491565b906126a3565b906124d6565b811c9201918251614743565b9052565b9190614f7657805182546020928301516001600160f01b031990911663ffffffff9290921691909117911b640100000000600160f01b0316179055565b634e487b7160e01b5f525f60045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615000579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156121a1575f516001600160a01b03811615614ff657905f905f90565b505f906001905f90565b5050505f9160039190565b5f916060820180516080840151808203615159575b50505160808301518114615076575b506150398261545d565b8215615071575060400151908181101561505c57630f04ae6d60e21b5f5260045ffd5b635186268b60e01b5f5260045260245260445ffd5b915050565b925090805191604082019182519160a0820191825196519460208201938451870394603097650100000000009a60c086019a5b5b8c5f198b01106151475780358b610100031c908b60031c01998c5183145f1982015f19840110151761512b578183816020938e6060968f105f146151075735858401520360801b8260c01b171760408501529a5b019101906150a9565b50909150039a8c3585528285018c60801b8360c01b1717604086015203999a6150fe565b99979c509950949950959091929503905252845252915f61502f565b909b99600719019960081c9b906150aa565b909194505f91845190604086015192602087015160a08801519260309065010000000000915b8482036151a8575b5050506020880152608087015260a086015284526040840152925f80615020565b919750939594955b875f198701106152a557863582610100031c968260031c0160c08b015182145f1988015f198a0110151761529a57878085019703968760801b8960c01b179781875110828951100190815f1461527e57506001146152295750908060208360609435828401520197175b604082015201935f979161517f565b97999360208792939c969d979a94989a015b898151101561524c5760200161523b565b989960609398949a630100000092969c979d93989e60681b8b60501b179060201b178317171797601f1901949761521a565b833585529950506020918201979094506060929182011761521a565b959697819550615187565b60089790971c96600719909101906151b0565b92919263ffffffff5f94169063ffffffff83169081831115615454575f19830163ffffffff81116124905762ffffff8091600896959493961c169360081c16935b83851115615308575050505050565b9091929395865f528160205260405f2054908760081b80851161543f575b61010081018082116124905786106153fd575b507e01000100010001000100010001000100010001000100010001000100010001827f55555555555555555555555555555555555555555555555555555555555555556153e89460011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c90614743565b955f19811461249057600101939291906152f9565b615409600191876126a3565b1b915f19830192831161249057909116907e01000100010001000100010001000100010001000100010001000100010001615339565b915f1961544c84876126a3565b1b1691615326565b505f9450505050565b805190610140810151809211615471575050565b610120015161547f916126a3565b6363b1f89b60e01b5f5260045260245ffd5b905f9063ffffffff835491165b8183106154e3575050806154bc5750505f5b6001600160d01b031690565b5f198101908111612490576154d09161246a565b505460201c6001600160d01b03166154b0565b90916154ef8382614743565b60011c908263ffffffff615503848861246a565b505416101561552057506001810180911161249057915b9061549e565b925061551a56fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0060c0346100a657601f610a2838819003918201601f19168301916001600160401b038311848410176100aa578084926020946040528339810103126100a657516001600160a01b03811681036100a6576080523360a05260405161096990816100bf82396080518181816091015281816102fd015281816105d10152818161074501526107cc015260a05181818160f30152818161019e0152818161029301526105210152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806351cff8d9146106c157806370a082311461068a5780637548c9fa1461055057806380f556051461050c578063b96f8f3714610237578063cbe9e7641461020d578063d0c8052614610182578063f5b16b84146100c45763fc0c546a1461007c575f80fd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100c05760603660031901126100c0576024356001600160a01b03811690600435908290036100c0576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f5760208161014f7fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f09385610922565b845f525f825260405f2061016482825461086f565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100c05760603660031901126100c0576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f576020816101fa7f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab9385610922565b61020481866108d3565b604051908152a3005b346100c05760203660031901126100c0576004355f526001602052602060405f2054604051908152f35b346100c05760603660031901126100c057610250610804565b60243567ffffffffffffffff81116100c05761027090369060040161081a565b9160443567ffffffffffffffff81116100c05761029190369060040161081a565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f578085036104fd575f946001600160a01b03909316938593909291905b808510610471576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa928315610401575f9361043d575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f511482161561041e575b50836040525f6060521561040c57826024816020936370a0823160e01b82523060048301525afa8015610401575f906103cd575b6103ae92506108c6565b908082036103b857005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f9575b816103e760209383610890565b810103126100c0576103ae91516103a4565b3d91506103da565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b6001821516610434573b15153d15161685610370565b843d5f823e3d90fd5b9092506020813d602011610469575b8161045960209383610890565b810103126100c05751918561033e565b3d915061044c565b909192939561048e60019161048789868861084b565b359061086f565b966104b061049d82858961084b565b356104a983878961084b565b35906108d3565b866104bc82858961084b565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104eb85898b61084b565b35604051908152a301939291906102dd565b6342d7c33560e01b5f5260045ffd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100c0575f3660031901126100c05761dead5f9081526020527f44ad89ba62b98ff34f51403ac22759b55759460c0bb5521eb4b6ee3cff49cf835480156106755761dead5f525f6020525f604081205561dead807fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb6020604051858152a37f00000000000000000000000000000000000000000000000000000000000000009060405163a9059cbb60e01b5f5261dead6004528160245260205f60448180875af19060015f5114821615610654575b6040521561063357602090604051908152f35b50635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661066c57833b15153d15161690610620565b503d5f823e3d90fd5b63cb6ad3ad60e01b5f5261dead60045260245ffd5b346100c05760203660031901126100c0576001600160a01b036106ab610804565b165f525f602052602060405f2054604051908152f35b346100c05760203660031901126100c0576001600160a01b036106e2610804565b16801580156107fb575b80156107c9575b6107b757335f525f60205260405f205480156107a457335f525f6020525f6040812055816040518281527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519063a9059cbb60e01b5f526004528160245260205f60448180875af19060015f5114821615610654576040521561063357602090604051908152f35b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146106f3565b503081146106ec565b600435906001600160a01b03821682036100c057565b9181601f840112156100c05782359167ffffffffffffffff83116100c0576020808501948460051b0101116100c057565b919081101561085b5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161087c57565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176108b257604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161087c57565b906108eb90825f52600160205260405f20549061086f565b906bffffffffffffffffffffffff821161090d575f52600160205260405f2055565b6305fe83ff60e01b5f5260045260245260445ffd5b90815f52600160205260405f20548082116109505790610941916108c6565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
