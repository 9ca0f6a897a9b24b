// Generated from contracts/src/BlockhashBeacon.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 353 bytes deployed.

export const blockhashBeaconAbi = [
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "finalityBlocks_",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "finalityBlocks",
        "type": "uint256"
      }
    ],
    "name": "BlockhashBeacon_TooManyBlocks",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "seedBlock",
        "type": "uint256"
      }
    ],
    "name": "RandomBeacon_NotAvailable",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "finalityBlocks",
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
        "name": "seedBlock",
        "type": "uint256"
      }
    ],
    "name": "seed",
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
        "internalType": "uint256",
        "name": "seedBlock",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "byBlock",
        "type": "uint256"
      }
    ],
    "name": "wasKnown",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const blockhashBeaconBytecode = "0x60a034607d57601f6101f738819003918201601f19168301916001600160401b03831184841017608157808492602094604052833981010312607d5751610fff8111606b5760805260405161016190816100968239608051818181605a0152818160a4015261013e0152f35b63f7e8fc2d60e01b5f5260045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816372c4b6f21461012957508063955648371461008b5763fe094d1e1461003d575f80fd5b3461008757604036600319011261008757602060243560043581037f0000000000000000000000000000000000000000000000000000000000000000918111150211604051908152f35b5f80fd5b34610087576020366003190112610087576004358043037f000000000000000000000000000000000000000000000000000000000000000043821115820211156100ec5761010111156100ff5780405b80156100ec57602090604051908152f35b50631e1bb51560e21b5f5260045260245ffd5b805f525f602052602080805f71f90827f1c53a10cb7a02335b1753200029355afa506020516100db565b34610087575f366003190112610087576020907f00000000000000000000000000000000000000000000000000000000000000008152f3" as const;
