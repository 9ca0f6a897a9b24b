// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @title BLS signatures in G1 of BLS12-381, with public keys in G2
/// @notice The ciphersuite BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_ of the IETF draft on BLS signatures, over RFC 9380, by the
/// precompiles of EIP-2537, which a chain has from Prague on.
/// @dev A signature σ of message m under the key P is right if e(σ, −g₂) · e(H(m), P) = 1. There is exactly one for each m and P.
///
/// The pairing takes only points of the right subgroup whose coordinates are below p, so what has passed it was written in the
/// one way there is. Nothing here checks that a second time.
library Bls12381 {
    /// @dev A point (x, y). A coordinate has 48 bytes, in 64: `high` is below 2^128. Infinity is all zeros.
    struct G1 {
        uint256 xHigh;
        uint256 xLow;
        uint256 yHigh;
        uint256 yLow;
    }

    /// @dev A point (x, y) over the field with i² = −1: x = x0 + x1 · i.
    struct G2 {
        uint256 x0High;
        uint256 x0Low;
        uint256 x1High;
        uint256 x1Low;
        uint256 y0High;
        uint256 y0Low;
        uint256 y1High;
        uint256 y1Low;
    }

    /// @notice The precompile refused: a point that is not on the curve or not in its subgroup, a coordinate that is not below
    /// p. Or it had too little gas, or the chain has no such precompile.
    error Bls12381_Refused(address precompile);

    /// @dev EIP-198, EIP-2537.
    address private constant MODEXP = address(0x05);
    address private constant G1_ADD = address(0x0b);
    address private constant PAIRING = address(0x0f);
    address private constant MAP_TO_G1 = address(0x10);
    uint256 private constant G1_BYTES = 128;
    uint256 private constant FIELD_BYTES = 64;

    /// @dev The prime p of the field.
    uint256 private constant P_HIGH = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 private constant P_LOW = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;
    /// @dev (p − 1) / 2: of y and p − y one is larger.
    uint256 private constant HALF_HIGH = 0x0d0088f51cbff34d258dd3db21a5d66b;
    uint256 private constant HALF_LOW = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;
    /// @dev Of the 384 bits of a compressed point the field leaves three free. The first says that it is compressed, the third
    /// that y is the larger one. (The second would be infinity, which no signature is.)
    uint256 private constant COMPRESSED = 1 << 127;
    uint256 private constant LARGER_Y = 1 << 125;

    /// @dev The ciphersuite's name, with its length at the end (RFC 9380, 5.3.1).
    bytes private constant DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_\x2b";
    bytes private constant GENERATOR_G1 = hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
        hex"0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1";
    /// @dev The generator of G2 with p − y for y.
    bytes private constant NEGATED_GENERATOR_G2 = hex"00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
        hex"0000000000000000000000000000000013e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        hex"000000000000000000000000000000000d1b3cc2c7027888be51d9ef691d77bcb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa"
        hex"0000000000000000000000000000000013fa4d4a0ad8b1ce186ed5061789213d993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed";

    /// @notice Whether `signature` is the one of `message` under `publicKey`, which `isPublicKey` must have accepted before.
    /// Reverts where it is no point of G1 at all.
    function verify(G1 memory signature, bytes32 message, G2 memory publicKey) internal view returns (bool) {
        return _pairingIsOne(
            bytes.concat(abi.encode(signature), NEGATED_GENERATOR_G2, _hashToCurve(message), abi.encode(publicKey))
        );
    }

    /// @notice Whether it is a point other than infinity, under which infinity would sign everything. Reverts where it is no
    /// point of G2 at all.
    function isPublicKey(G2 memory publicKey) internal view returns (bool) {
        return !_pairingIsOne(bytes.concat(GENERATOR_G1, abi.encode(publicKey)));
    }

    /// @notice The 48 bytes of a point that `verify` has accepted: x, and in its free bits which of the two y.
    function compress(G1 memory point) internal pure returns (bytes memory) {
        bool larger = point.yHigh > HALF_HIGH || (point.yHigh == HALF_HIGH && point.yLow > HALF_LOW);
        uint256 high = point.xHigh | COMPRESSED | (larger ? LARGER_Y : 0);
        return abi.encodePacked(uint128(high), point.xLow);
    }

    /// @dev hash_to_curve of RFC 9380. The precompile's map clears the cofactor; to do so before adding is the same.
    function _hashToCurve(bytes32 message) private view returns (bytes memory) {
        // expand_message_xmd (5.3.1) to 128 bytes, after a block of 64 zeros.
        bytes32 start = sha256(abi.encodePacked(bytes32(0), bytes32(0), message, uint16(128), uint8(0), DOMAIN));
        bytes32 first = sha256(abi.encodePacked(start, uint8(1), DOMAIN));
        bytes32 second = sha256(abi.encodePacked(start ^ first, uint8(2), DOMAIN));
        bytes32 third = sha256(abi.encodePacked(start ^ second, uint8(3), DOMAIN));
        bytes32 fourth = sha256(abi.encodePacked(start ^ third, uint8(4), DOMAIN));
        return _call(G1_ADD, bytes.concat(_mapToCurve(first, second), _mapToCurve(third, fourth)), G1_BYTES);
    }

    /// @dev The point for the 512-bit number high ‖ low, modulo p.
    function _mapToCurve(bytes32 high, bytes32 low) private view returns (bytes memory) {
        // Lengths, base, exponent 1, modulus.
        bytes memory power = abi.encodePacked(FIELD_BYTES, uint256(1), FIELD_BYTES, high, low, uint8(1), P_HIGH, P_LOW);
        return _call(MAP_TO_G1, _call(MODEXP, power, FIELD_BYTES), G1_BYTES);
    }

    function _pairingIsOne(bytes memory pairs) private view returns (bool) {
        return abi.decode(_call(PAIRING, pairs, 32), (bool));
    }

    /// @dev A precompile that fails answers nothing. So does an address without code, though the call succeeds: the length tells.
    function _call(address precompile, bytes memory input, uint256 length) private view returns (bytes memory) {
        (, bytes memory output) = precompile.staticcall(input);
        if (output.length != length) revert Bls12381_Refused(precompile);
        return output;
    }
}
