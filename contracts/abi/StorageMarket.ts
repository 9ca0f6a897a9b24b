// Generated from contracts/src/StorageMarket.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 20430 bytes deployed.

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

export const storageMarketBytecode = "0x610180806040523461095b5780616439803803809161001e828561095f565b83398101036101c0811261095b5781516001600160a01b038116919082900361095b5761004d60208401610982565b9261016061005d60408301610982565b92605f19011261095b576040519361016085016001600160401b038111868210176108e7576040526060820151926001600160a01b038416840361095b57859485948552608084016100ae90610996565b602086019081526100c160a08601610996565b6040870190815260c0860151906060880191825260e0870151926080890193845261010088016100f090610996565b60a08a01908152946101056101208a01610996565b60c08b019081529661011a6101408b01610996565b60e08c019081529861012f6101608c01610996565b6101008d019081529a6101456101808201610996565b9c610120019c8d526101a001519c610140019c8d5260405161016860408261095f565b6005815260208101906421b0b4b93760d91b82526040519161018b60408461095f565b600183526020830191603160f81b83526101a4816109d1565b610120526101b1846109d1565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261021a60c08261095f565b5190206080523060c052600280546001600160a01b0319166001600160a01b039290921691821790556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a18061016052813b1561092d573b156108fb5760405190610a288083016001600160401b038111848210176108e7576020928492615a11843981520301905ff080156108dc57600480546001600160a01b0319166001600160a01b039283161790556003548c514360a01b65ffffffffffff60a01b1692163b156108ad578c9161033263ffffffff855116600281101590816108a0575b506040519061031560408361095f565b600b82526a726f756e64426c6f636b7360a81b6020830152610a1d565b61037363ffffffff8651168015159081610894575b506040519061035760408361095f565b600a8252696368616c6c656e67657360b01b6020830152610a1d565b6103ac86518015159081610882575b506040519061039260408361095f565b60088252676d696e5374616b6560c01b6020830152610a1d565b6103e460018060401b0388511115604051906103c960408361095f565b6009825268756e69745374616b6560b81b6020830152610a1d565b61042b63ffffffff8951168015159081610875575b506040519061040960408361095f565b601082526f736c6173684261736973506f696e747360801b6020830152610a1d565b61046c6201000063ffffffff8b511611156040519061044b60408361095f565b600f82526e756e626f6e64696e67526f756e647360881b6020830152610a1d565b6104a961100063ffffffff8c511611156040519061048b60408361095f565b600c82526b6e6f74696365526f756e647360a01b6020830152610a1d565b6104ee63ffffffff8c511660028110159081610869575b50604051906104d060408361095f565b600c82526b616e73776572526f756e647360a01b6020830152610a1d565b61054263ffffffff8d5116801515908161085c575b506040519061051360408361095f565b601782527f64697370757465536c6173684261736973506f696e74730000000000000000006020830152610a1d565b61057e8d51801515908161084a575b506040519061056160408361095f565b600b82526a191a5cdc1d5d19509bdb9960aa1b6020830152610a1d565b835161ffff60d01b60d09190911b16600160a01b600160e01b0319831682178117600381905593516001600160a01b0390811694919391908216859003610791575b505050505081516003549060ff60e01b9060e01b169060ff60e01b191617600355600160601b60019003835116600160a01b6c010000000000000000000000009003855160601b169086518b8b60045463ffffffff60a01b8c5160a01b168d61ffff60c01b905160c01b169260ff60d01b905160d01b169361ffff60e81b905160e81b169461ffff60e81b199260ff60d01b199161ffff60d81b9060d81b169068ffff00ffffffffffff60a01b191617161716171717600455600160a01b60019003198c5160a01b169117176005556040519a600160a01b600190039051168b525163ffffffff1660208b01525163ffffffff1660408a01525160608901525160808801525163ffffffff1660a08701525163ffffffff1660c08601525163ffffffff1660e08501525163ffffffff166101008401525163ffffffff16610120830152516101408201526101607f6557e3a01aa36b37bc1376ee2e77791672be05b777b46a99da922d12c7a4ba1191a1604051614fce9081610a43823960805181614540015260a051816145fd015260c0518161450a015260e0518161458f015261010051816145b501526101205181610d6901526101405181610d93015261016051818181602001526116470152f35b65ffffffffffff8160a01c164303904382116108365760d01c61ffff16908115610822570463ffffffff811161080b576fffffffff0000000000000000000000006010549160601b16906fffffffff00000000000000000000000019161760105563ffffffff60e01b161717176003555f808080806105c0565b6306dfcc6560e41b5f52602060045260245260445ffd5b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b6001600160601b03101590505f610551565b612710915011155f610503565b6008915011155f6104c0565b612710915011155f6103f9565b6001600160601b03101590505f610382565b6020915011155f610347565b611000915011155f610305565b6040516302aa8f4160e01b81526020600482015260066024820152653132b0b1b7b760d11b6044820152606490fd5b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b6040516302aa8f4160e01b815260206004820152600960248201526832bc3a32b739b4b7b760b91b6044820152606490fd5b6040516302aa8f4160e01b81526020600482015260056024820152643a37b5b2b760d91b6044820152606490fd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176108e757604052565b51906001600160a01b038216820361095b57565b519063ffffffff8216820361095b57565b602060409281835280519182918282860152018484015e5f828201840152601f01601f1916010190565b601f8151116109fc5760208151910151602082106109ed571790565b5f198260200360031b1b161790565b60405163305a27a960e01b8152908190610a1990600483016109a7565b0390fd5b15610a255750565b6040516302aa8f4160e01b8152908190610a1990600483016109a756fe60806040526004361015610055575b3461005157604051365f82375f8036837f00000000000000000000000000000000000000000000000000000000000000005af43d5f833e61004d573d90fd5b3d90f35b5f80fd5b5f5f3560e01c806306ec16f81461180557806318d6b958146116765780632d5537b0146116315780633d03e024146113ad5780635c975abb146113875780636cd0f878146112d857806378d97c9414610ec75780637a9e5e4b14610e1b57806384b0196e14610d4c5780638fb3603714610d06578063a2cbbfff14610be5578063ad1e6d3514610b44578063bc109dd414610a68578063bf7e214f14610a3f578063d78edc1c14610845578063e0ffdb3a1461041a5763ef6a61391461011b575061000e565b346104175760403660031901126104175761013461185f565b906024359163ffffffff8316809303610415576001600160a01b0316808252600660205260408220805460c01c60ff16600581101561040157156103ed579261017b612941565b906101846136e1565b506004850163ffffffff600387015460301c169160ff875460e81c16906040808210911802604018926101b56136e1565b50825493604051956101c687611a5b565b6001600160801b038616875260208701976001600160401b038760801c168952604088019663ffffffff8160c01c1688526060890195865260e01c9a63ffffffff8316935b63ffffffff895116858110806103e4575b806103db575b15610344576001600160401b038c511615159081610339575b81610329575b81610318575b50610302575b6001600160801b0361028a6102858c61027b8d63ffffffff61027181835116611afd565b168091528d6146e9565b9490915116614053565b614765565b6001600160801b0381116102eb576001600160801b03168b528b516001600160401b03916102c6916102c191610285918516614053565b614781565b168b5280156102d7575f190161020b565b634e487b7160e01b8c52601160045260248cfd5b6306dfcc6560e41b8e52608060045260245260448dfd5b60ff61031081895116611ad8565b16875261024d565b61032291506147b2565b155f610247565b9050600760ff8951161090610241565b87811415915061023b565b5050602099507f475e34f0a7bc4eb58d92263c5dd9c2253ffc3a9d7080619bb53bd8f06c3181d8945060ff9195929761039a6103ae9a63ffffffff938f8f60409987875116809311156103bc575b50505061390e565b5116915116825191825288820152a261411b565b63ffffffff60405191168152f35b82101590506103d45750848c5b1684528e8080610392565b85906103c9565b50811515610222565b508d811061021c565b630beaf00160e31b83526004829052602483fd5b634e487b7160e01b84526021600452602484fd5b505b80fd5b50346104175760803660031901126104175760043563ffffffff8116908181036108415760243560443565ffffffffffff811680910361083d576064356001600160401b03811161083957610473903690600401611979565b338752600760205260408720549194916001600160a01b0316801580610801575b156107fc5750335b6001600160a01b0381169586156107e9576104b68261366d565b9163ffffffff6104c4612941565b16808a036107d2575090604091600884019162ffffff8760081c16918c600160ff8a161b958185889352866020522054166107be57918c869492898d8f9b99826105179165ffffffffffff9d9b99613705565b9b60028901998a549160038b019d8e54169361053560035496614657565b604051639556483760e01b81526004810191909152906020826024816001600160a01b038b165afa80156107b35789928391610777575b509260209360405191858301934685523060408501526060840152608083015260a082015260a081526105a060c082611a76565b604051918291518091835e8101838152039060025afa1561076c5760ff6105cd96519460e01c1694613b4f565b600484016105db898261406e565b690ffffffffffffffff0006001600160401b03821691600c1b1690808204611000149015171561075857808b11801561074c575b610730575090610624898c97969594936140c6565b8d5260205260408c20908154179055805460ff8160e81c1661071f575b5050558365ffffffffffff1983541617825569ffffffff00000000000082549160301b169069ffffffff0000000000001916178082556001600160601b03808451169160501c16016001600160601b03811161070b5781546bffffffffffffffffffffffff60501b191660509190911b6bffffffffffffffffffffffff60501b16179055516040805193845260208401929092526001600160801b0316908201527f9a6a088fdb86cdcb4be805d6af607b404dd95beeba461230499071f81d20382690606090a380f35b634e487b7160e01b88526011600452602488fd5b61ffff60e81b191690555f80610641565b636dc3c8bd60e11b8f5260048c905260248b905260445260648efd5b508b158b15141561060f565b634e487b7160e01b8f52601160045260248ffd5b6040513d87823e3d90fd5b9250506020823d6020116107ab575b8161079360209383611a76565b810103126107a7579051889190602061056c565b8880fd5b3d9150610786565b6040513d8b823e3d90fd5b636fb0a54f60e01b8d5260048c905260248dfd5b634479e19360e11b8b5260048a905260245260448afd5b630beaf00160e31b895233600452602489fd5b61049c565b50338852600660205260ff604089205460c01c166005811015610825571515610494565b634e487b7160e01b89526021600452602489fd5b8580fd5b8480fd5b8280fd5b50346104175761014036600319011261041757610860611964565b60e036602319011261041557610104356001600160401b0381116108415761088c903690600401611979565b909161089661190f565b9261089f611b9f565b6108a7611cc0565b6108b082612865565b93919490956108ea816108c288612995565b809663ffffffff8a5460801c1680966108db8d8d6129ca565b6108e3612941565b928b612a97565b63ffffffff865460a01c169163ffffffff8216956109088488613240565b9361ffff63ffffffff8616116109f95750908591610924612941565b61092f90828c613705565b610939908261390e565b885460381c6001600160481b03166109519083611b2f565b895461ffff60c01b191660c09690961b61ffff60c01b169590951790985592968793906004019361098194612ec9565b6040519060e435825283602083015265ffffffffffff169060407ff4ec36dafd8ac0e52f53d6f39999993451eea73111dfd2696d1149f2e164834a91a263ffffffff166109cd91613240565b63ffffffff166109dc91611b2f565b336109e69261325a565b805f516020614fae5f395f51905f525d80f35b8a9060a435856001600160401b0382168203610a3b5763e149204b60e01b845263ffffffff9283166004529091166024526001600160401b0316604452606490fd5b8380fd5b50346104175780600319360112610417576002546040516001600160a01b039091168152602090f35b503461041757602036600319011261041757610a82611964565b90610a8b611b9f565b610a9482612865565b90610aa0949294612941565b61ffff60045460c01c1660010161ffff8111610b305763ffffffff918261ffff610acc93169116611b15565b16928363ffffffff610add88612995565b161115610b0a57946109e69495610b05610aff610af8612941565b8686613705565b8561390e565b613a0d565b50505063ffffffff610b1d604494612995565b631068da8b60e01b845216600452602452fd5b634e487b7160e01b86526011600452602486fd5b5034610417576080366003190112610417576004356001600160401b03811161041557610b75903690600401611889565b6024356001600160401b038111610a3b5791610bc591610b9d610be1959436906004016118b9565b90610ba66118e9565b92610baf6118fc565b94610bb8611b9f565b610bc0611cc0565b611daf565b905f516020614fae5f395f51905f525d60405191829182611923565b0390f35b503461041757606036600319011261041757610bff611964565b90602435916001600160401b038316809303610415576044356001600160401b03811161084157610c34903690600401611979565b90610c3d611b9f565b610c4683612865565b939092428810610cf25790610cb991610cb26109e6989960405160208101917f80a541c5030eb6f9622cc48e2bd27cceb7619c80d15fdcad1804e8d8ecf8e0aa835265ffffffffffff8b166040830152606082015260608152610caa608082611a76565b51902061393b565b8686613961565b610cd4610cce610cc7612941565b8585613705565b8461390e565b63ffffffff610ceb81610ce5612941565b16611afd565b1693613a0d565b637ed7379160e01b87526004889052602487fd5b503461041757806003193601126104175760025460a01c60ff1615610d4457506020638fb3603760e01b5b6040516001600160e01b03199091168152f35b602090610d31565b5034610417578060031936011261041757610dee90610be1610d8d7f00000000000000000000000000000000000000000000000000000000000000006144c9565b91610db77f00000000000000000000000000000000000000000000000000000000000000006144c9565b610dfc60405191610dc9602084611a76565b8383525f368137604051968796600f60f81b885260e0602089015260e08801906119a6565b9086820360408801526119a6565b9146606086015230608086015260a085015283820360c08501526119ca565b503461041757602036600319011261041757610e3561185f565b600254906001600160a01b0382163303610eb557803b15610e9a576001600160a01b03166001600160a01b03199190911681176002556040519081527f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad90602090a180f35b6361798f2f60e11b83526001600160a01b0316600452602482fd5b62d1953b60e31b835233600452602483fd5b503461041757602036600319011261041757610ee161185f565b610ee9611b9f565b610ef28161366d565b90610efb612941565b91610f07838284613705565b9260ff606085015116600281115f146112d0576001190160ff8111610b3057935b825460ff8160f01c1660ff87168181118015906112be575b61129757039560ff871161070b5760ff60f01b1990911660f09190911b60ff60f01b16178355610f70818461390e565b8051600480546040516332fa79d960e21b81526001600160a01b03888116600160a11b81179483018590529893946001600160801b03169291906020908290602490829086165afa90811561128c578b9161125a575b508a949392918190869060d81c61ffff165b60ff8d16821061121f57505090610fee91611cfc565b91610ff7614291565b9160058404835260408301938060011c8552835161101491611cfc565b845161101f91611cfc565b9a8b60208501528a845191865163ffffffff8c169e8f946040519360ff16845233602085015260408401526060830152608082015260a07f4f8623a807e1d90f7fe48c8c17ed983e07e9ee612bff507efc98951f5552795891a3888860208501519161108a946142af565b5051806111a9575b50519081611139575b5050506060015160ff166007146110c1575b84805f516020614fae5f395f51905f525d80f35b815464ffffffffff60c01b191660c882901b63ffffffff60c81b1617600360c01b178255600491909101805463ffffffff60c01b1660e09290921b6001600160e01b0319169190911790557f96a79c04dda757828019d11ed4b819f92a4adcb9e30fb051365170359332a7758380a35f8080806110ad565b6004546001600160a01b031691823b15610a3b5760648492836040519586948593633d6c5ae160e21b8552600485015261dead602485015260448401525af1801561119e57611189575b8061109b565b8161119391611a76565b61083957855f611183565b6040513d84823e3d90fd5b6004546001600160a01b0316803b1561083d57604051633d6c5ae160e21b815260048101859052336024820152604481019290925284908290606490829084905af19081156112145784916111ff575b50611092565b8161120991611a76565b61084157825f6111f9565b6040513d86823e3d90fd5b919280600192959697986112368561124c94611b2f565b9050836127105f19830104019015150290611cfc565b93018c969594939291610fd8565b90506020813d602011611284575b8161127560209383611a76565b8101031261005157515f610fc6565b3d9150611268565b6040513d8d823e3d90fd5b6060840151637dcb11f160e11b8a526001600160a01b03881660045260ff16602452604489fd5b506001600160801b0384511615610f40565b508493610f28565b5034610417576020366003190112610417576004356001600160401b038111610415576113099036906004016118b9565b90611312611b9f565b8115801561137c575b61136557825b82811015611351578060051b8201359065ffffffffffff8216820361083d5761134b600192613308565b01611321565b83805f516020614fae5f395f51905f525d80f35b604483836311378ca360e21b825280600452602452fd5b50610100821161131b565b5034610417578060031936011261041757602060ff60025460a81c166040519015158152f35b503461041757610140366003190112610417576113c8611964565b60e036602319011261041557610104356001600160401b038111610841576113f4903690600401611979565b91906113fe61190f565b611406611b9f565b61140e611cc0565b8061145961141b85612865565b969192909763ffffffff61143181610ce5612941565b16809761143d86612995565b97889361144a8d896129ca565b611452612941565b928c612a97565b601060ff835460081c161461161d5765ffffffffffff9061148b61148561147e612941565b898b613705565b8861390e565b1691828852600d6020526040882063ffffffff835460801c16604051916114b183611a11565b87835260208301918252805490600160401b82101561160957906114da91600182018155611ac3565b9290926115f5575163ffffffff1663ffffffff1663ffffffff198354161782555181549060201b67ffffffff00000000169067ffffffff000000001916179055815460081c60ff1661152b90611ad8565b825461ff00191660089190911b61ff001617825580825460801c63ffffffff169061155591611b15565b825463ffffffff60801b191660809190911b63ffffffff60801b1617825563ffffffff16905460381c6001600160481b03166115919082611b2f565b946115a28486848960048601612ec9565b6115ac9087612f6e565b6040519060e4358252602082015283604082015260607f7a533e74b68061a04918d10784a98593ba711a55b0915728bb7d938a7d19913091a263ffffffff16906109cd91613240565b634e487b7160e01b8b5260048b905260248bfd5b634e487b7160e01b8c52604160045260248cfd5b630f1f42a760e41b88526010600452602488fd5b50346104175780600319360112610417576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461005157610120366003190112610051576004356001600160401b038111610051576116a8903690600401611889565b916024356001600160401b038111610051576116c89036906004016118b9565b6116d06118e9565b906116d96118fc565b9260a0366083190112610051576116ee611b9f565b6116f6611cc0565b60018060a01b036004541696604051637e062a3560e11b81526020816004818c5afa9081156117fa575f916117b8575b5060018060a01b031660c4359860ff8a16809a0361005157813b1561005157610be19960e45f9283604051958694859363d505accf60e01b85523360048601526024850152608435604485015260a43560648501526084840152833560a48401526101043560c48401525af16117a2575b50610bc59596611daf565b610bc596505f6117b191611a76565b5f95611797565b90506020813d6020116117f2575b816117d360209383611a76565b8101031261005157516001600160a01b0381168103610051575f611726565b3d91506117c6565b6040513d5f823e3d90fd5b3461005157602036600319011261005157602061184761182361185f565b61182b611b9f565b6001600160a01b0381165f908152600684526040902090611bd4565b5f5f516020614fae5f395f51905f525d604051908152f35b600435906001600160a01b038216820361005157565b35906001600160a01b038216820361005157565b9181601f84011215610051578235916001600160401b0383116100515760208085019460e0850201011161005157565b9181601f84011215610051578235916001600160401b038311610051576020808501948460051b01011161005157565b6044359063ffffffff8216820361005157565b6064359063ffffffff8216820361005157565b610124359063ffffffff8216820361005157565b60206040818301928281528451809452019201905f5b8181106119465750505090565b825165ffffffffffff16845260209384019390920191600101611939565b6004359065ffffffffffff8216820361005157565b9181601f84011215610051578235916001600160401b038311610051576020838186019501011161005157565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90602080835192838152019201905f5b8181106119e75750505090565b82518452602093840193909201916001016119da565b35906001600160401b038216820361005157565b604081019081106001600160401b03821117611a2c57604052565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b03821117611a2c57604052565b608081019081106001600160401b03821117611a2c57604052565b90601f801991011681019081106001600160401b03821117611a2c57604052565b600954811015611aaf5760095f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b8054821015611aaf575f5260205f2001905f90565b60ff1660ff8114611ae95760010190565b634e487b7160e01b5f52601160045260245ffd5b63ffffffff60019116019063ffffffff8211611ae957565b9063ffffffff8091169116019063ffffffff8211611ae957565b81810292918115918404141715611ae957565b6001600160401b038111611a2c5760051b60200190565b90611b6382611b42565b611b706040519182611a76565b8281528092611b81601f1991611b42565b0190602036910137565b356001600160401b03811681036100515790565b5f516020614fae5f395f51905f525c611bc55760015f516020614fae5f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b60038201805460501c6001600160601b03169392908415611cb85780546bffffffffffffffffffffffff60501b19169055600101546040518481526001600160a01b039283169290911690819083907f484decdc1e9549e1866295f6f86c889ded3f7de410e7488a7a415978589dc8fd90602090a36004546001600160a01b031691823b1561005157604051633d6c5ae160e21b8152600160a01b90911760048201526001600160a01b03909116602482015260448101849052905f908290818381606481015b03925af180156117fa57611cac5750565b5f611cb691611a76565b565b505f93505050565b60ff60025460a81c16611ccf57565b63d93c066560e01b5f5260045ffd5b9065ffffffffffff8091169116019065ffffffffffff8211611ae957565b91908203918211611ae957565b805115611aaf5760200190565b8051821015611aaf5760209160051b010190565b9190811015611aaf5760e0020190565b356001600160a01b03811681036100515790565b93929093606081019460018060a01b0316815260606020820152825180955260206080820193015f955b808710611d97575050611d9493945060408184039101526119ca565b90565b90936020806001928751815201950196019590611d78565b9193929594908015801561285a575b8015612850575b61283957600165ffffffffffff60105416019265ffffffffffff8411611ae957335f52600e60205265ffffffffffff60405f2054165f198301838111611ae957611e7865ffffffffffff60405193611e1c85611a40565b338552602080860191825260ff9490941660408087019182528a84165f908152600c9096529094209451855491516001600160d01b03199092166001600160a01b039190911617911660a01b65ffffffffffff60a01b16178355565b51815460ff60d01b191660d09190911b60ff60d01b16179055335f908152600e60205260409020805465ffffffffffff191665ffffffffffff8681169190911790915560105490611ecd848216838316611cde565b169065ffffffffffff191617601055611ee582611b42565b95611ef36040519788611a76565b828752601f19611f0284611b42565b013660208901378698611f1484611b59565b96611f1e85611b59565b985f5b868110611f6c5750506004546001600160a01b03169896505050863b1593506100519250505057611c9b925f928360405180968195829463b96f8f3760e01b84523360048501611d4e565b65ffffffffffff611f81818316828c16611cde565b16611f8c8284611d16565b5265ffffffffffff611f9e8284611d16565b5116611fab828989611d2a565b85831015611aaf578260051b870135601e1988360301811215610051578701906001600160401b038235116100515781353603602083011361005157611fef612941565b9263ffffffff612000818616611afd565b16926001600160a01b0361201384611d3a565b165f52600660205260405f209460ff865460c01c1660058110156128255780156127fc57600181036127e057506001600160a01b0361205460208601611d3a565b161515806127c2575b61279657426001600160401b0361207660a08701611b8b565b161061276f5765ffffffffffff600387015460b01c168060c086013510801561275c575b612742575063ffffffff8916801590612726575b8015612702575b6126d0578d858063ffffffff8316119182159261269c575b5050801561267d575b61263e576001600160a01b036120eb85611d3a565b165f52600a60205260405f2060c085013560031c5f5260205260405f2054600760c0860135168060e060c088013560051b160460201490151715611ae95763ffffffff9060e060c087013560051b161c1663ffffffff6001600160401b0361215560408801611b8b565b16101561262c576001600160401b0361217060408701611b8b565b16908082101561261e5750505f5b8063ffffffff8b161161260257506001600160a01b0361219d85611d3a565b165f52600a60205260405f2060c085013560031c5f5260205260405f206121d763ffffffff8b1660e060c088013560051b161b825461419b565b90556121e284611d3a565b6040517facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca60208201908152909291906001600160a01b0361222288611875565b1660408501526001600160a01b0361223c60208901611875565b1660608501526001600160401b03612256604089016119fd565b166080850152606087019283356001600160801b038116809103610051576001600160481b039686612309958d6122f46114859760c08f6122fa9860a061230e9f01526001600160401b036122ad608083016119fd565b16828801526001600160401b036122c660a083016119fd565b1660e0880152013561010086015261010085526122e561012086611a76565b6020863596019451902061393b565b91613961565b8961230489611d3a565b613705565b6129b6565b16928c61ffff61232b8363ffffffff808a5460a01c169416613240565b1665ffffffffffff600188015460a01c16906040519261012084018481106001600160401b03821117611a2c5760405260ff8a1684528b60208501915f835260408601905f82526060870190815260808701918b835260a088019363ffffffff16845260c088019489865260e0890196875261010089019788528a5f52600b60205260405f20985160ff1660ff198a54161789555160ff166123de90899061ff0082549160081b169061ff001916179055565b51875491519251935163ffffffff60801b60809190911b1660389490941b6fffffffffffffffffff000000000000001660189390931b66ffffffff0000001690151560101b62ff00001673ffffffffffffffffffffffffffffffffffff000019909216919091171717178455518354915165ffffffffffff60a01b1990921660a09190911b63ffffffff60a01b161760c09190911b61ffff60c01b161782555181546001600160d01b031660d09190911b6001600160d01b03191617905560018501805465ffffffffffff60a01b191660a084901b65ffffffffffff60a01b16179055600185015460d01c62ffffff169462ffffff8614611ae9576001818101805462ffffff60d01b19169790910160d01b62ffffff60d01b16969096179095558c946125118563ffffffff8b16611b2f565b6125218363ffffffff8916613240565b63ffffffff166125319082611b2f565b968363ffffffff8c16600485019361254894612ec9565b61255184611d3a565b9061255b91612f6e565b6001600160a01b0361256c84611d3a565b16936040519360c00135845263ffffffff891660208501526040840152606083015263ffffffff8c166080830152339160a07fb3b93d06d5a6e064665a753a04e4d6f3780c3052d6dea5963d92a8b75c91a85e91a46125cb828d611d16565b526001600160a01b036125df828989611d2a565b6125e890611d3a565b16600160a01b176125f9828c611d16565b52600101611f21565b63ffffffff8a63167e75e160e11b5f521660045260245260445ffd5b61262791611cfc565b61217e565b6001600160401b0363ffffffff612170565b61267a858f61264f60808801611b8b565b63e149204b60e01b5f5263ffffffff92831660045291166024526001600160401b0316604452606490565b5ffd5b508d63ffffffff80612693611001828616611b15565b169116116120d6565b6126ac925063ffffffff16613240565b63ffffffff6001600160401b036126c560808801611b8b565b16911610858f6120cd565b6001600160801b038963ffffffff6126ea606088016129b6565b9163e039339760e01b5f52166004521660245260445ffd5b506001600160481b036001600160801b0361271f606087016129b6565b16116120b5565b506001600160801b0361273b606086016129b6565b16156120ae565b60c08563047da72760e11b5f52013560045260245260445ffd5b5065ffffffffffff60c08601351161209a565b6001600160401b0361278360a08601611b8b565b6317fefc0960e11b5f521660045260245ffd5b6127a260208501611d3a565b6306c81dd560e11b5f9081526001600160a01b0391909116600452602490fd5b50336001600160a01b036127d860208701611d3a565b16141561205d565b61267a906127ed86611d3a565b63070211fb60e31b5f52612a79565b61280585611d3a565b630beaf00160e31b5f9081526001600160a01b0391909116600452602490fd5b634e487b7160e01b5f52602160045260245ffd5b86906311378ca360e21b5f5260045260245260445ffd5b5080871415611dc5565b506101008111611dbe565b9061286f8261415d565b805490926001600160a01b039061288a9060ff84169061486a565b5416338103612911575063ffffffff6128a69160181c16611a97565b905460039190911b1c6001600160a01b0316906128c28261366d565b906128cc84612995565b63ffffffff806128de81610ce5612941565b169116908111156128ec5750565b63ffffffff906128fa612941565b906319e69fab60e01b5f526004521660245260445ffd5b6306c81dd560e11b5f5260045260245ffd5b811561292d570490565b634e487b7160e01b5f52601260045260245ffd5b61296a60035461ffff61295f65ffffffffffff8360a01c1643611cfc565b9160d01c1690612923565b63ffffffff811161297e5763ffffffff1690565b6306dfcc6560e41b5f52602060045260245260445ffd5b6129b263ffffffff91548261ffff8260c01c169160a01c16611b15565b1690565b356001600160801b03811681036100515790565b906024356001600160a01b03811691828203610051576001600160a01b031690828214801590612a4d575b6129ff5750505050565b50608435906001600160801b03821691828103610051576084946001600160481b0391505460381c169160405193630f8dc35d60e41b85526004850152602484015260448301526064820152fd5b506084356001600160801b0381169081810361005157506001600160481b03855460381c1614156129f5565b6001600160a01b031660045260449190600581101561282557602452565b9194909395929560ff835460c01c166005811015612825578015612e915760018103612e6a57506044356001600160a01b0381169485821415806100515786151580612e5e575b612e445760c435906001600160401b0382169586831415938461005157428810612e3157600389015460e4359d9060b01c65ffffffffffff16808f108f8115612e21575b50612e0b575063ffffffff169687158015612dee575b8015612dc9575b612d9c5763ffffffff821663ffffffff84169182821192831593612d6b575b508215612d4b575b5050612d0b575050602435976001600160a01b03891695868a03610051578c91875f52600a60205260405f20938360031c94855f5260205260405f205460e0600786169560051b169480860460201490151715611ae95763ffffffff90851c1693606435936001600160401b0385169687861415806100515763ffffffff891015612cf857505f966001600160401b03875b169080821015612cea5750505f5b808311612cd4575090612c32918c5f52600a60205260405f20905f5260205260405f20921b825461419b565b90556040519760208901997facae80516b4b1f9e832021a522d60038db140d88cc4c258fe4108b67028c23ca8b5260408a015250610051576060870152506100515760808401526084356001600160801b0381168091036100515760a084015260a4356001600160401b0381168091036100515760c08401525061005157611cb6976122f49360e08301526101008201526101008152610caa61012082611a76565b8263167e75e160e11b5f5260045260245260445ffd5b612cf391611cfc565b612c06565b966001600160401b0363ffffffff612bf8565b60a435906001600160401b03821682036100515763e149204b60e01b5f5263ffffffff9283166004529091166024526001600160401b031660445260645ffd5b63ffffffff919250612d6290826110019116611b15565b16105f80612b66565b612d7791935082613240565b60a4356001600160401b038116918282036100515763ffffffff91501610915f612b5e565b87608435906001600160801b03821691828103610051575063e039339760e01b5f5260045260245260445ffd5b506084356001600160801b038116808203610051576001600160481b03915011612b3f565b506084356001600160801b03811690818103610051575015612b38565b8e63047da72760e11b5f5260045260245260445ffd5b65ffffffffffff9150118f612b22565b876317fefc0960e11b5f5260045260245ffd5b82879161005157506306c81dd560e11b5f5260045260245ffd5b50505f33871415612ade565b602435906001600160a01b03821682036100515763070211fb60e31b5f5261267a91612a79565b6024356001600160a01b038116908181036100515750630beaf00160e31b5f5260045260245ffd5b600160ff1b8114611ae9575f0390565b9291612f0c612f01612f06612f01612f1495612efc611cb69a98612eec836141a8565b612ef5896141a8565b918c6141cb565b6141a8565b612eb9565b926141a8565b9083856141cb565b815460e01c63ffffffff8216811015612f48575081546001600160e01b031660e09190911b6001600160e01b031916179055565b90509080546001600160e01b031660e09290921b6001600160e01b031916919091179055565b600480546040516332fa79d960e21b8152600160a11b6001600160a01b03948516179281019290925292939092909160209184916024918391165afa9182156117fa575f9261320c575b50612fc1612941565b92612fca6136e1565b506004810160ff63ffffffff600384015460301c16925460e81c165f92612fef6136e1565b508254936040519561300087611a5b565b6001600160801b038616875260208701976001600160401b038760801c168952604088019663ffffffff8160c01c1688526060890195865260e01c9263ffffffff8b16905b63ffffffff89511682811080613203575b806131fa575b1561314c576001600160401b038c511615159081613141575b81613131575b81613120575b5061310a575b6001600160801b036130ab6102858c61027b8d63ffffffff61027181835116611afd565b6001600160801b0381116130f3576001600160801b03168b528b516001600160401b03916130e2916102c191610285918516614053565b168b528015611ae9575f1901613045565b6306dfcc6560e41b5f52608060045260245260445ffd5b60ff61311881895116611ad8565b168752613087565b61312a91506147b2565b155f613081565b9050600760ff895116109061307b565b878114159150613075565b5050929098506001600160401b039795945061318196935098909863ffffffff845116809111156131d8575b5050505061406e565b16906001600160601b036131a5600554936001600160401b038560601c1690611b2f565b92168083106131d0575b508181106131bb575050565b6302b4f2ab60e51b5f5260045260245260445ffd5b91505f6131af565b63ffffffff928110156131f357505b1690525f808080613178565b90506131e7565b5081151561305c565b50858110613056565b9091506020813d602011613238575b8161322860209383611a76565b810103126100515751905f612fb8565b3d915061321b565b9063ffffffff8091169116039063ffffffff8211611ae957565b9060409182519361326b8486611a76565b60018552601f19840191823660208801378451926132898685611a76565b600184523660208501376001600160a01b0316600160a01b176132ab86611d09565b526132b582611d09565b526004546001600160a01b0316803b15610051576132ec945f809486519788958694859363b96f8f3760e01b855260048501611d4e565b03925af19081156132ff5750611cac5750565b513d5f823e3d90fd5b6133118161415d565b80545f9260ff8260101c1661349a5761333263ffffffff8360181c16611a97565b905460039190911b1c6001600160a01b03165f818152600660205260409020909261335c85612995565b60ff835460c01c166005811015612825576003141580613654575b61362d575062ff000019166201000017845560018101805460d01c62ffffff16908115611ae957805462ffffff60d01b19165f1990920160d081901b62ffffff60d01b1692909217905562ffffff16156135e4575b6133d4614291565b9184549163ffffffff8360a01c1660ff8460081c16965f65ffffffffffff8516985b80821061358c5750509161342491836134126134369695612995565b9263ffffffff8860801c1691896148f4565b6001600160a01b039260ff169061486a565b541692838251917f06f34ebd072ad4bc4cc1a410a7f681a7628376589d9ff6c235f30349d35c1113606060406134726020880196875190611cfc565b955196019586516040519182528660208301526040820152a38061351c575b505191826134a0575b50505050565b6004546001600160a01b031691823b1561083d57604051633d6c5ae160e21b8152600360a01b90911760048201526001600160a01b0390911660248201526044810192909252829082908183816064810103925af1801561119e57613507575b808061349a565b613512828092611a76565b6104175780613500565b6004546001600160a01b0316803b1561005157604051633d6c5ae160e21b8152600160a01b851760048201526001600160a01b038616602482015260448101929092525f908290606490829084905af180156117fa5715613491576135849194505f90611a76565b5f925f613491565b909263ffffffff6001918b5f52600d6020526135da6135ae8760405f20611ac3565b5091604051926135bd84611a11565b54908c8a89878086169586895260201c16928360208901526148f4565b51169301906133f6565b613628600482016135f3612941565b815460e01c9063ffffffff8116821015612f48575081546001600160e01b031660e09190911b6001600160e01b031916179055565b6133cc565b63ffffffff908161363c612941565b9163f7b8334160e01b5f52166004521660245260445ffd5b5061365d612941565b63ffffffff808316911610613377565b9060018060a01b038216805f52600660205260405f209260ff845460c01c169160058310156128255782156136cf57506001821415806136c4575b6136b0575050565b63070211fb60e31b5f5261267a9250612a79565b5060028214156136a8565b630beaf00160e31b5f5260045260245ffd5b604051906136ee82611a5b565b5f6060838281528260208201528260408201520152565b919290926137116136e1565b5061371a6136e1565b506004840160ff63ffffffff600387015460301c16955460e81c166040956137406136e1565b5082549387519561375087611a5b565b6001600160801b038616875260208701976001600160401b038760801c1689528988019663ffffffff8160c01c1688526060890195865260e01c9263ffffffff81169a5b63ffffffff8951168c811080613905575b806138fc575b15613884576001600160401b038c511615159081613879575b81613869575b81613858575b50613842575b6001600160801b036137fa6102858c61027b8d63ffffffff61027181835116611afd565b6001600160801b0381116130f3576001600160801b03168b528b516001600160401b0391613831916102c191610285918516614053565b168b528015611ae9575f1901613794565b60ff61385081895116611ad8565b1687526137d6565b61386291506147b2565b155f6137d0565b9050600760ff89511610906137ca565b8781141591506137c4565b505096999450969190975063ffffffff925082895116809111156138e0575b50965116106138b157505050565b63ffffffff92916138c19161411b565b9063eda11b0160e01b5f5260018060a01b03166004521660245260445ffd5b838110156138f5575081855b1688525f6138a3565b82906138ec565b508115156137ab565b508581106137a5565b9060609061391f81600485016140c6565b0151815460ff60e81b191660e89190911b60ff60e81b16179055565b604290613946614507565b906040519161190160f01b8352600283015260228201522090565b90549093916001600160a01b03909116908161397e848684614623565b50506001600160a01b031614613a06576064835f9460209660405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d111616156139e65750565b631992f39360e31b5f9081526001600160a01b0391909116600452602490fd5b5050505050565b939192613a1982612995565b9282549363ffffffff8560801c16613a3d6001600160481b038760381c1682611b2f565b63ffffffff8416613a8f61ffff613a7463ffffffff613a6981613a6287828c16613240565b1687611b2f565b9b60a01c1684613240565b895461ffff60c01b1916911660c01b61ffff60c01b16178855565b6040519081528760208201527f44201af10d5fce21b627fd1df46344c61984d0fb56954d68cf0b27bc3c949a0c604065ffffffffffff8c1692a28615613b44576004613adb9501612ec9565b60045490546001600160a01b0391821694613af99160ff169061486a565b541692803b1561005157604051633d6c5ae160e21b8152600160a01b6001600160a01b0394851617600482015293909216602484015260448301525f90829081838160648101611c9b565b505050505050505050565b949593909291958215801561404b575b614026576001600160fb1b0381168103611ae957604051918160051b830160405282916001915f525f905b808210613f9e5750501561005157613ba0614687565b5065ffffffffffff8311613f8757613bb6614687565b95613bd860405195611fc087016040528663040000001760408801528261419b565b610140880152806101208801528652601f190160808601526060850152604084015260608101808211611ae957610f608201808311611ae95760c085015260a084015260e083015260015b15613c99575b5f613c3383614a91565b610100830151613c23578251610f6060a085015163020000006040870151843560801c8352602083019060c01b171760408201526060810160a08701520160c0850152600161010085015260108101809111611ae9578352613c9483614a91565b613c23565b8151928335938460e01c9060048101809111611ae9578452613cba84614ee3565b610100810190818111611ae95760ff8101918211611ae9576040850151809260081c03613f725750506060830151905f9282935b60808601518511613ddd57855160a0870151602088015160408901519093925f198201918211611ae95761010094602086939687928c510393818188370194818460051b1694859160025afa955b613d90575050519215610051578752613d5487614ee3565b848614159081613d85575b50613d76579360208101809111611ae95793613cee565b6393ff20b560e01b5f5260045ffd5b90508114155f613d5f565b9190949285918360208860041b169760011c936001191610811715613dd25790602091828235911852019260208660405f60025afa1694915b60011c80613d3c565b518652929491613dc9565b919592509392505f5263ffffffff60c01b9060201c1660205260205f60288160025afa15610051575f519060a081015192601f198401519262ffffff8416526001935b605f1981019363070000008116613e525750607f19015193602062ffffff861660508660025afa16945b949392613e20565b630400000081969296169081613f665763010000008116613ea55750506020607f1986015195603862ffffff881691604f190160025afa1694610f6060e08401510160c08401525f610100840152613e4a565b62ffffff91949692939550603f1983016001600160801b0319821617601f1984015265ffffffffffff8160201c16602088015265ffffffffffff8160801c166040880152818160501c16606088015260681c16608086015260a08501525b156100515715613c2957919080516101408201518103613f2a575060e001515103613d7657565b613f3d613f509161012084015190611cfc565b9161012061014082015191015190611cfc565b9063c3ac829760e01b5f5260045260245260445ffd5b50929450909250613f03565b639c486ae160e01b5f5260045260245260445ffd5b8263459c788d60e11b5f525f60045260245260445ffd5b95918160e09a969298949a9995991b60205260208060245f60025afa1697816020510698815b8a8151108c82101615613fd957602001613fc4565b9a949891959990939792969a818151141586821417613ffe575b505060010190613b8a565b8592955b8181116140175750526020019260015f613ff3565b601f1981018051909152614002565b50505091509150806140355750565b63c3ac829760e01b5f525f60045260245260445ffd5b508015613b5f565b9190915f8382019384129112908015821691151617611ae957565b805460e01c9063ffffffff604084015116809211156140bf57611d94926001600160401b0360206140b46102859463ffffffff6140ad6102c198611afd565b16906146e9565b939050015116614053565b5050505f90565b81518154602084015160409094015163ffffffff60c01b60c09190911b1667ffffffffffffffff60801b60809590951b949094166001600160801b039092166001600160e01b03199091161717919091179055565b63ffffffff809154928360e01c80838316105f146141555750925b60c01c169116908181105f1461414f57611d9491613240565b50505f90565b905092614136565b65ffffffffffff1690815f52600b60205260405f20916001600160481b03835460381c16156141895750565b639cd0472160e01b5f5260045260245ffd5b91908201809211611ae957565b6001600160ff1b0381116141b95790565b63123baf0360e11b5f5260045260245ffd5b9290919263ffffffff806141e481845460c01c16611afd565b1693169283036142495790600161420d92019384548463ffffffff821614614215575b5061489c565b60401b179055565b9061423c6142429260401c916001600160401b038360401d931660070b92600f0b90614053565b92614053565b905f614207565b9261427e60026142849394950193855f528460205261423c60405f2054936001600160401b038560401d951660070b94614053565b9061489c565b915f5260205260405f2055565b6040519061429e82611a40565b5f6040838281528260208201520152565b90939192935f91831580156144c1575b6144b7576004546001600160a01b039081169116813b1561005157604051636864029360e11b8152600160a11b82176004820152600360a01b909117602482015260448101879052905f908290606490829084905af180156117fa576144a1575b50600901908154928315805f146144455761436e60405161434081611a11565b848152846020820152925b60208401516001600160d01b0316906143689060408b901b612923565b9061419b565b906001600160d01b03821161442c5763ffffffff6040519761438f89611a11565b168088526001600160d01b03909216602088015215918261441b575b5050156143e6575f1983019283116143d25750611d9492916143cc91611ac3565b906149bf565b634e487b7160e01b81526011600452602490fd5b600160401b8310156144075750816143cc916001611d949594018155611ac3565b634e487b7160e01b81526041600452602490fd5b5163ffffffff161490505f806143ab565b6306dfcc6560e41b845260d06004526024829052604484fd5b5f19850185811161448d5761445d61436e9186611ac3565b506040519061446b82611a11565b5463ffffffff81168252602090811c6001600160d01b0316908201529261434b565b634e487b7160e01b84526011600452602484fd5b6144ae9192505f90611a76565b5f906009614320565b5050505050505f90565b5085156142bf565b60ff811690601f82116144f857604051916144e5604084611a76565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031614806145fa575b15614562577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526145f460c082611a76565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614539565b906041830361464d576146469250602081013591604082359201355f1a90614a0f565b9192909190565b50505f9160029190565b611d949065ffffffffffff61467d6003549263ffffffff61ffff8560d01c169116611b2f565b9160a01c1661419b565b6040519061016082018281106001600160401b03821117611a2c576040525f610140838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152565b91909163ffffffff83165f526002810160205260405f2054926001600160401b038460401d941660070b809463ffffffff600182950154931663ffffffff84160361475d57505090614757611d949260401c916001600160401b038360401d931660070b92600f0b90614053565b93614053565b945092915050565b5f811261476f5790565b635467221960e11b5f5260045260245ffd5b6001600160401b03811161479b576001600160401b031690565b6306dfcc6560e41b5f52604060045260245260445ffd5b63ffffffff60105460601c1663ffffffff82161115614864576147d490614657565b60206003549160446147ed617fff8560d11c168361419b565b604051637f04a68f60e11b815260048101939093526024830152909283919082906001600160a01b03165afa9081156117fa575f9161482b57501590565b90506020813d60201161485c575b8161484660209383611a76565b8101031261005157518015158103610051571590565b3d9150614839565b50600190565b9060ff65ffffffffffff911691160365ffffffffffff8111611ae95765ffffffffffff165f52600c60205260405f2090565b908180600f0b036148dc57808060070b036148c5576001600160401b03169060401b60170b1790565b63327269a760e01b5f52604060045260245260445ffd5b5063327269a760e01b5f52608060045260245260445ffd5b94909163ffffffff82169163ffffffff861694858411156149b5576149b196614993600961499f9561496061495963ffffffff61495260409d61494c6149999a6149a59f6001600160481b03905460381c1690611b2f565b9c613240565b168a611b2f565b8d5161419b565b8c528b614989602061497f6149798a8960088801614d3e565b8c611b2f565b920191825161419b565b9052019384614f17565b92614f17565b90611cfc565b90611b2f565b811c920191825161419b565b9052565b5050505050505050565b91906149fc57805182546020928301516001600160f01b031990911663ffffffff9290921691909117911b640100000000600160f01b0316179055565b634e487b7160e01b5f525f60045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411614a86579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156117fa575f516001600160a01b03811615614a7c57905f905f90565b505f906001905f90565b5050505f9160039190565b5f916060820180516080840151808203614bdf575b50505160808301518114614afc575b50614abf82614ee3565b8215614af75750604001519081811015614ae257630f04ae6d60e21b5f5260045ffd5b635186268b60e01b5f5260045260245260445ffd5b915050565b925090805191604082019182519160a0820191825196519460208201938451870394603097650100000000009a60c086019a5b5b8c5f198b0110614bcd5780358b610100031c908b60031c01998c5183145f1982015f198401101517614bb1578183816020938e6060968f105f14614b8d5735858401520360801b8260c01b171760408501529a5b01910190614b2f565b50909150039a8c3585528285018c60801b8360c01b1717604086015203999a614b84565b99979c509950949950959091929503905252845252915f614ab5565b909b99600719019960081c9b90614b30565b909194505f91845190604086015192602087015160a08801519260309065010000000000915b848203614c2e575b5050506020880152608087015260a086015284526040840152925f80614aa6565b919750939594955b875f19870110614d2b57863582610100031c968260031c0160c08b015182145f1988015f198a01101517614d2057878085019703968760801b8960c01b179781875110828951100190815f14614d045750600114614caf5750908060208360609435828401520197175b604082015201935f9791614c05565b97999360208792939c969d979a94989a015b8981511015614cd257602001614cc1565b989960609398949a630100000092969c979d93989e60681b8b60501b179060201b178317171797601f19019497614ca0565b8335855299505060209182019790945060609291820117614ca0565b959697819550614c0d565b60089790971c9660071990910190614c36565b92919263ffffffff5f94169063ffffffff83169081831115614eda575f19830163ffffffff8111611ae95762ffffff8091600896959493961c169360081c16935b83851115614d8e575050505050565b9091929395865f528160205260405f2054908760081b808511614ec5575b6101008101808211611ae9578610614e83575b507e01000100010001000100010001000100010001000100010001000100010001827f5555555555555555555555555555555555555555555555555555555555555555614e6e9460011c1690037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c017e0f000f000f000f000f000f000f000f000f000f000f000f000f000f000f000f808260081c169116010260f01c9061419b565b955f198114611ae95760010193929190614d7f565b614e8f60019187611cfc565b1b915f198301928311611ae957909116907e01000100010001000100010001000100010001000100010001000100010001614dbf565b915f19614ed28487611cfc565b1b1691614dac565b505f9450505050565b805190610140810151809211614ef7575050565b6101200151614f0591611cfc565b6363b1f89b60e01b5f5260045260245ffd5b905f9063ffffffff835491165b818310614f6957505080614f425750505f5b6001600160d01b031690565b5f198101908111611ae957614f5691611ac3565b505460201c6001600160d01b0316614f36565b9091614f75838261419b565b60011c908263ffffffff614f898488611ac3565b5054161015614fa6575060018101809111611ae957915b90614f24565b9250614fa056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0060c0346100a657601f610a2838819003918201601f19168301916001600160401b038311848410176100aa578084926020946040528339810103126100a657516001600160a01b03811681036100a6576080523360a05260405161096990816100bf82396080518181816091015281816102fd015281816105d10152818161074501526107cc015260a05181818160f30152818161019e0152818161029301526105210152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806351cff8d9146106c157806370a082311461068a5780637548c9fa1461055057806380f556051461050c578063b96f8f3714610237578063cbe9e7641461020d578063d0c8052614610182578063f5b16b84146100c45763fc0c546a1461007c575f80fd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100c05760603660031901126100c0576024356001600160a01b03811690600435908290036100c0576044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f5760208161014f7fc8fa66dff4b9073528c3f1bf21a8dc9a18fdf09847e88e96188bc953aef519f09385610922565b845f525f825260405f2061016482825461086f565b9055604051908152a3005b6335cfbc2f60e21b5f523360045260245ffd5b346100c05760603660031901126100c0576024356004356044357f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f576020816101fa7f75f65150e382e19acfc5af9387873cdce488e9bbd3ed3cc3694e3325450901ab9385610922565b61020481866108d3565b604051908152a3005b346100c05760203660031901126100c0576004355f526001602052602060405f2054604051908152f35b346100c05760603660031901126100c057610250610804565b60243567ffffffffffffffff81116100c05761027090369060040161081a565b9160443567ffffffffffffffff81116100c05761029190369060040161081a565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361016f578085036104fd575f946001600160a01b03909316938593909291905b808510610471576040516370a0823160e01b8152306004820152879087907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03811690602083602481855afa928315610401575f9361043d575b50604051936323b872dd60e01b5f52600452306024528460445260205f60648180855af19060015f511482161561041e575b50836040525f6060521561040c57826024816020936370a0823160e01b82523060048301525afa8015610401575f906103cd575b6103ae92506108c6565b908082036103b857005b635721f17960e01b5f5260045260245260445ffd5b506020823d6020116103f9575b816103e760209383610890565b810103126100c0576103ae91516103a4565b3d91506103da565b6040513d5f823e3d90fd5b635274afe760e01b5f5260045260245ffd5b6001821516610434573b15153d15161685610370565b843d5f823e3d90fd5b9092506020813d602011610469575b8161045960209383610890565b810103126100c05751918561033e565b3d915061044c565b909192939561048e60019161048789868861084b565b359061086f565b966104b061049d82858961084b565b356104a983878961084b565b35906108d3565b866104bc82858961084b565b357f87d4c0b5e30d6808bc8a94ba1c4d839b29d664151551a31753387ee9ef48429b60206104eb85898b61084b565b35604051908152a301939291906102dd565b6342d7c33560e01b5f5260045ffd5b346100c0575f3660031901126100c0576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100c0575f3660031901126100c05761dead5f9081526020527f44ad89ba62b98ff34f51403ac22759b55759460c0bb5521eb4b6ee3cff49cf835480156106755761dead5f525f6020525f604081205561dead807fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb6020604051858152a37f00000000000000000000000000000000000000000000000000000000000000009060405163a9059cbb60e01b5f5261dead6004528160245260205f60448180875af19060015f5114821615610654575b6040521561063357602090604051908152f35b50635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661066c57833b15153d15161690610620565b503d5f823e3d90fd5b63cb6ad3ad60e01b5f5261dead60045260245ffd5b346100c05760203660031901126100c0576001600160a01b036106ab610804565b165f525f602052602060405f2054604051908152f35b346100c05760203660031901126100c0576001600160a01b036106e2610804565b16801580156107fb575b80156107c9575b6107b757335f525f60205260405f205480156107a457335f525f6020525f6040812055816040518281527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb60203392a37f0000000000000000000000000000000000000000000000000000000000000000916040519063a9059cbb60e01b5f526004528160245260205f60448180875af19060015f5114821615610654576040521561063357602090604051908152f35b63cb6ad3ad60e01b5f523360045260245ffd5b634a411e6f60e01b5f5260045260245ffd5b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681146106f3565b503081146106ec565b600435906001600160a01b03821682036100c057565b9181601f840112156100c05782359167ffffffffffffffff83116100c0576020808501948460051b0101116100c057565b919081101561085b5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b9190820180921161087c57565b634e487b7160e01b5f52601160045260245ffd5b90601f8019910116810190811067ffffffffffffffff8211176108b257604052565b634e487b7160e01b5f52604160045260245ffd5b9190820391821161087c57565b906108eb90825f52600160205260405f20549061086f565b906bffffffffffffffffffffffff821161090d575f52600160205260405f2055565b6305fe83ff60e01b5f5260045260245260445ffd5b90815f52600160205260405f20548082116109505790610941916108c6565b905f52600160205260405f2055565b9163974ecc0160e01b5f5260045260245260445260645ffd" as const;
