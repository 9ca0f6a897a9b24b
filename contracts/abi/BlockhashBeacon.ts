// Generated from contracts/src/BlockhashBeacon.sol by contracts/build.mjs: do not edit.
// solc 0.8.37 (optimizer 200 runs by IR, prague, no metadata), OpenZeppelin 5.7.0; 147 bytes deployed.

export const blockhashBeaconAbi = [
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
  }
] as const;

export const blockhashBeaconBytecode = "0x608080604052346013576093908160188239f35b5f80fdfe608060405260043610156010575f80fd5b5f3560e01c6395564837146022575f80fd5b34608f576020366003190112608f57600435610101814303105f1460665780405b8015605357602090604051908152f35b50631e1bb51560e21b5f5260045260245ffd5b805f525f602052602080805f71f90827f1c53a10cb7a02335b1753200029355afa506020516043565b5f80fd" as const;
