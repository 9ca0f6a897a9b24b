// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Bls12381 } from "../src/Bls12381.sol";
import { DrandBeacon } from "../src/DrandBeacon.sol";
import { IDrandBeacon } from "../src/interfaces/IDrandBeacon.sol";
import { IRandomBeacon } from "../src/interfaces/IRandomBeacon.sol";
import { vm } from "./support/Vm.sol";

interface EvmVersion {
    function setEvmVersion(string calldata version) external;
}

/// @dev The signatures are those that drand has published: test/vectors/drand.json, which test/contracts/drand.test.ts checks
/// by other means.
contract DrandBeaconTest {
    event log_named_uint(string name, uint256 value);

    uint32 private constant DELAY = 60;
    uint256 private constant SEED_BLOCK = 5000;
    address private constant PAIRING = address(0x0f);

    string private json;
    DrandBeacon private beacon;

    function setUp() public {
        json = vm.readFile("../test/vectors/drand.json");
        beacon = new DrandBeacon(quicknet());
        vm.roll(SEED_BLOCK);
    }

    function quicknet() private view returns (IDrandBeacon.Parameters memory) {
        return chain("quicknet", timeOf(".quicknet.genesisTime"));
    }

    function chain(string memory name, uint64 genesisTime) private view returns (IDrandBeacon.Parameters memory) {
        return IDrandBeacon.Parameters({
            publicKey: abi.decode(word(string.concat(".", name, ".publicKeyPoint")), (Bls12381.G2)),
            genesisTime: genesisTime,
            period: 3,
            delay: DELAY
        });
    }

    function timeOf(string memory key) private view returns (uint64) {
        return uint64(vm.parseJsonUint(json, key));
    }

    /// @dev One string of hexadecimal digits, as bytes: Vm.sol has them for lists.
    function word(string memory key) private view returns (bytes memory) {
        return vm.parseJsonBytesArray(json, key)[0];
    }

    function point(string memory key, uint256 index) private view returns (Bls12381.G1 memory) {
        return abi.decode(vm.parseJsonBytesArray(json, key)[index], (Bls12381.G1));
    }

    function roundOf(string memory key, uint256 index) private view returns (uint64) {
        return uint64(vm.parseJsonUintArray(json, key)[index]);
    }

    /// @dev Anchors at the one moment that leads to `drandRound`: a second before it is due, less the delay.
    function anchored(DrandBeacon to, uint256 seedBlock, uint64 drandRound) private {
        IDrandBeacon.Parameters memory p = to.parameters();
        vm.warp(p.genesisTime + (drandRound - 1) * uint256(p.period) - 1 - p.delay);
        vm.assertEq(to.anchor(seedBlock), drandRound, "the round that was meant");
    }

    function test_published_signatures_give_published_randomness() public {
        uint256[] memory rounds = vm.parseJsonUintArray(json, ".quicknet.rounds");
        bytes32[] memory randomness = vm.parseJsonBytes32Array(json, ".quicknet.randomness");
        vm.assertGe(rounds.length, 3, "vectors");
        for (uint256 i; i < rounds.length; ++i) {
            uint256 seedBlock = SEED_BLOCK - i;
            anchored(beacon, seedBlock, uint64(rounds[i]));
            vm.expectEmit();
            emit IDrandBeacon.SeedPosted(seedBlock, randomness[i]);
            beacon.post(seedBlock, point(".quicknet.points", i));
            vm.assertEq(beacon.seed(seedBlock), randomness[i], "seed");
        }
    }

    function test_any_network_of_the_scheme_will_do() public {
        DrandBeacon other = new DrandBeacon(chain("walkthrough", timeOf(".walkthrough.genesisTime")));
        anchored(other, SEED_BLOCK, roundOf(".walkthrough.rounds", 0));
        other.post(SEED_BLOCK, point(".walkthrough.points", 0));
        vm.assertEq(other.seed(SEED_BLOCK), vm.parseJsonBytes32Array(json, ".walkthrough.randomness")[0], "seed");
    }

    /// @dev The network before quicknet hashed to the curve under the name of another ciphersuite.
    function test_a_network_of_another_scheme_will_not() public {
        DrandBeacon other = new DrandBeacon(chain("fastnet", 1_600_000_000));
        uint64 drandRound = roundOf(".fastnet.rounds", 1);
        anchored(other, SEED_BLOCK, drandRound);
        vm.expectRevert(abi.encodeWithSelector(IDrandBeacon.DrandBeacon_WrongSignature.selector, drandRound));
        other.post(SEED_BLOCK, point(".fastnet.points", 1));
    }

    function test_what_is_not_the_signature_is_refused() public {
        uint64 drandRound = uint64(vm.parseJsonUint(json, ".refused.round"));
        string[] memory names = vm.parseJsonStringArray(json, ".refused.names");
        string[] memory reasons = vm.parseJsonStringArray(json, ".refused.reasons");
        anchored(beacon, SEED_BLOCK, drandRound);
        bytes memory noPoint = abi.encodeWithSelector(Bls12381.Bls12381_Refused.selector, PAIRING);
        bytes memory wrong = abi.encodeWithSelector(IDrandBeacon.DrandBeacon_WrongSignature.selector, drandRound);
        vm.assertGe(names.length, 20, "vectors");
        for (uint256 i; i < names.length; ++i) {
            Bls12381.G1 memory bad = point(".refused.points", i);
            (bool success, bytes memory why) =
                address(beacon).call{ gas: 1_000_000 }(abi.encodeCall(IDrandBeacon.post, (SEED_BLOCK, bad)));
            vm.assertFalse(success, names[i]);
            bool isPoint = keccak256(bytes(reasons[i])) == keccak256("signature");
            vm.assertEq(why, isPoint ? wrong : noPoint, names[i]);
        }
        (uint64 still, uint64 knownBlock) = beacon.progress(SEED_BLOCK);
        vm.assertEq(still, drandRound, "the anchor");
        vm.assertEq(knownBlock, 0, "not known");
    }

    function testFuzz_a_flipped_bit_is_refused(uint256 bit) public {
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 0));
        bytes memory bytes_ = vm.parseJsonBytesArray(json, ".quicknet.points")[0];
        bit %= bytes_.length * 8;
        bytes_[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        bytes memory call = abi.encodeCall(IDrandBeacon.post, (SEED_BLOCK, abi.decode(bytes_, (Bls12381.G1))));
        (bool success, bytes memory why) = address(beacon).call{ gas: 1_000_000 }(call);
        vm.assertFalse(success, "a flipped bit");
        vm.assertEq(why, abi.encodeWithSelector(Bls12381.Bls12381_Refused.selector, PAIRING), "why");
    }

    function test_the_round_is_the_first_due_strictly_after_time_and_delay() public {
        uint256 genesisTime = timeOf(".quicknet.genesisTime");
        // Round n is due 3 × (n − 1) seconds after round 1.
        uint16[6] memory secondsLater = [uint16(0), 1, 2, 3, 299, 300];
        uint16[6] memory rounds = [uint16(2), 2, 2, 3, 101, 102];
        for (uint256 i; i < rounds.length; ++i) {
            vm.warp(genesisTime - DELAY + secondsLater[i]);
            vm.assertEq(beacon.anchor(i), rounds[i], "round");
        }
        vm.warp(genesisTime - DELAY - 1);
        vm.assertEq(beacon.anchor(10), 1, "before the network began");
        vm.warp(1);
        vm.assertEq(beacon.anchor(11), 1, "long before");
    }

    function testFuzz_the_signature_is_due_after_the_delay_and_at_most_a_period_later(uint32 later) public {
        uint256 genesisTime = timeOf(".quicknet.genesisTime");
        uint256 time = genesisTime + later;
        vm.warp(time);
        uint256 due = genesisTime + 3 * (uint256(beacon.anchor(SEED_BLOCK)) - 1);
        vm.assertLt(time + DELAY, due, "unknown to everybody");
        vm.assertLe(due, time + DELAY + 3, "the first");
    }

    function test_a_block_is_anchored_when_it_is_there_and_once() public {
        vm.warp(timeOf(".quicknet.genesisTime"));
        vm.expectRevert(abi.encodeWithSelector(IDrandBeacon.DrandBeacon_TooEarly.selector, SEED_BLOCK + 1, SEED_BLOCK));
        beacon.anchor(SEED_BLOCK + 1);
        (uint64 none,) = beacon.progress(SEED_BLOCK);
        vm.assertEq(none, 0, "nothing yet");
        vm.expectEmit();
        emit IDrandBeacon.SeedAnchored(SEED_BLOCK, 22);
        beacon.anchor(SEED_BLOCK);
        // Nobody gets another round for it, at any time, before and after the seed is known.
        bytes memory again =
            abi.encodeWithSelector(IDrandBeacon.DrandBeacon_AlreadyAnchored.selector, SEED_BLOCK, uint64(22));
        vm.expectRevert(again);
        beacon.anchor(SEED_BLOCK);
        vm.roll(SEED_BLOCK + 1);
        vm.warp(timeOf(".quicknet.genesisTime") + 100);
        vm.expectRevert(again);
        beacon.anchor(SEED_BLOCK);
        beacon.anchor(SEED_BLOCK + 1);
        (uint64 drandRound,) = beacon.progress(SEED_BLOCK);
        vm.assertEq(drandRound, 22, "round");
    }

    function test_a_late_anchor_takes_a_late_round() public {
        vm.roll(SEED_BLOCK + 300);
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 1));
        beacon.post(SEED_BLOCK, point(".quicknet.points", 1));
        vm.assertFalse(beacon.wasKnown(SEED_BLOCK, SEED_BLOCK + 299), "before");
        vm.assertTrue(beacon.wasKnown(SEED_BLOCK, SEED_BLOCK + 300), "since then");
    }

    function test_a_signature_needs_an_anchor_and_is_taken_once() public {
        Bls12381.G1 memory signature = point(".quicknet.points", 0);
        vm.expectRevert(abi.encodeWithSelector(IDrandBeacon.DrandBeacon_NotAnchored.selector, SEED_BLOCK));
        beacon.post(SEED_BLOCK, signature);
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 0));
        beacon.post(SEED_BLOCK, signature);
        bytes32 seed = beacon.seed(SEED_BLOCK);
        vm.roll(SEED_BLOCK + 9);
        vm.expectRevert(abi.encodeWithSelector(IDrandBeacon.DrandBeacon_AlreadyPosted.selector, SEED_BLOCK));
        beacon.post(SEED_BLOCK, signature);
        vm.expectRevert(
            abi.encodeWithSelector(IDrandBeacon.DrandBeacon_AlreadyAnchored.selector, SEED_BLOCK, uint64(42))
        );
        beacon.anchor(SEED_BLOCK);
        (, uint64 knownBlock) = beacon.progress(SEED_BLOCK);
        vm.assertEq(knownBlock, SEED_BLOCK, "known since the first one");
        vm.assertEq(beacon.seed(SEED_BLOCK), seed, "the same for ever");
    }

    function test_the_signature_of_another_block_is_refused() public {
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 0));
        anchored(beacon, SEED_BLOCK - 1, roundOf(".quicknet.rounds", 1));
        vm.expectRevert(abi.encodeWithSelector(IDrandBeacon.DrandBeacon_WrongSignature.selector, uint64(123)));
        beacon.post(SEED_BLOCK - 1, point(".quicknet.points", 0));
    }

    function test_two_blocks_may_share_a_round() public {
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 0));
        beacon.anchor(SEED_BLOCK - 1);
        beacon.post(SEED_BLOCK, point(".quicknet.points", 0));
        beacon.post(SEED_BLOCK - 1, point(".quicknet.points", 0));
        vm.assertEq(beacon.seed(SEED_BLOCK), beacon.seed(SEED_BLOCK - 1), "seed");
    }

    function test_no_seed_before_its_signature() public {
        bytes memory none = abi.encodeWithSelector(IRandomBeacon.RandomBeacon_NotAvailable.selector, SEED_BLOCK);
        vm.expectRevert(none);
        beacon.seed(SEED_BLOCK);
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 0));
        vm.expectRevert(none);
        beacon.seed(SEED_BLOCK);
        vm.assertFalse(beacon.wasKnown(SEED_BLOCK, type(uint256).max), "anchored is not known");
    }

    function test_a_seed_was_known_from_the_block_of_its_signature() public {
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 0));
        vm.roll(SEED_BLOCK + 7);
        vm.assertFalse(beacon.wasKnown(SEED_BLOCK, SEED_BLOCK + 7), "not yet");
        beacon.post(SEED_BLOCK, point(".quicknet.points", 0));
        vm.assertFalse(beacon.wasKnown(SEED_BLOCK, 0), "block 0");
        vm.assertFalse(beacon.wasKnown(SEED_BLOCK, SEED_BLOCK + 6), "the block before");
        vm.assertTrue(beacon.wasKnown(SEED_BLOCK, SEED_BLOCK + 7), "its block");
        vm.assertTrue(beacon.wasKnown(SEED_BLOCK, type(uint256).max), "ever after");
        vm.roll(SEED_BLOCK + 1_000_000);
        vm.assertFalse(beacon.wasKnown(SEED_BLOCK, SEED_BLOCK + 6), "still");
        vm.assertTrue(beacon.wasKnown(SEED_BLOCK, SEED_BLOCK + 7), "still");
        vm.assertFalse(beacon.wasKnown(SEED_BLOCK + 1, SEED_BLOCK + 8), "another block");
    }

    function refuses(IDrandBeacon.Parameters memory p, bytes memory why) private {
        vm.expectRevert(why);
        new DrandBeacon(p);
    }

    function test_parameters_are_checked() public {
        IDrandBeacon.Parameters memory p = quicknet();
        p.period = 0;
        refuses(p, abi.encodeWithSelector(IDrandBeacon.DrandBeacon_BadParameter.selector, "period"));
        p = quicknet();
        p.delay = 1 days + 1;
        refuses(p, abi.encodeWithSelector(IDrandBeacon.DrandBeacon_BadParameter.selector, "delay"));
        p.delay = 1 days;
        new DrandBeacon(p);
        p.delay = 0;
        vm.warp(p.genesisTime + 3);
        vm.assertEq(new DrandBeacon(p).anchor(SEED_BLOCK), 3, "strictly after, without a delay too");
    }

    function test_a_public_key_is_a_point_of_its_group() public {
        bytes memory noPoint = abi.encodeWithSelector(Bls12381.Bls12381_Refused.selector, PAIRING);
        IDrandBeacon.Parameters memory p = quicknet();
        p.publicKey = Bls12381.G2(0, 0, 0, 0, 0, 0, 0, 0);
        // Under it infinity would be everybody's signature of everything.
        refuses(p, abi.encodeWithSelector(IDrandBeacon.DrandBeacon_BadParameter.selector, "publicKey"));
        p = quicknet();
        p.publicKey.x0Low ^= 1;
        refuses(p, noPoint);
        p = quicknet();
        (p.publicKey.x0High, p.publicKey.x1High) = (p.publicKey.x1High, p.publicKey.x0High);
        (p.publicKey.x0Low, p.publicKey.x1Low) = (p.publicKey.x1Low, p.publicKey.x0Low);
        refuses(p, noPoint);
        p.publicKey = abi.decode(word(".refused.publicKeyPoint"), (Bls12381.G2));
        refuses(p, noPoint);
    }

    function test_a_chain_without_the_precompiles_gets_no_beacon() public {
        IDrandBeacon.Parameters memory p = quicknet();
        EvmVersion(address(vm)).setEvmVersion("cancun");
        refuses(p, abi.encodeWithSelector(Bls12381.Bls12381_Refused.selector, PAIRING));
    }

    function test_parameters_are_given_back() public view {
        vm.assertEq(
            keccak256(abi.encode(beacon.parameters())), keccak256(abi.encode(quicknet())), "what the constructor got"
        );
    }

    /// @dev (p − 1) / 2 is the largest y that is the smaller one of its two. No signature comes near it: these are no points.
    function test_the_larger_y_is_flagged() public pure {
        (uint256 high, uint256 low) =
            (0x0d0088f51cbff34d258dd3db21a5d66b, 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555);
        bytes memory smaller = bytes.concat(bytes16(uint128((1 << 127) | 5)), bytes32(uint256(7)));
        bytes memory larger = bytes.concat(bytes16(uint128((5 << 125) | 5)), bytes32(uint256(7)));
        vm.assertEq(Bls12381.compress(Bls12381.G1(5, 7, high, low)), smaller, "the half");
        vm.assertEq(Bls12381.compress(Bls12381.G1(5, 7, high, low - 1)), smaller, "less");
        vm.assertEq(Bls12381.compress(Bls12381.G1(5, 7, high - 1, type(uint256).max)), smaller, "less above");
        vm.assertEq(Bls12381.compress(Bls12381.G1(5, 7, high, low + 1)), larger, "more");
        vm.assertEq(Bls12381.compress(Bls12381.G1(5, 7, high + 1, 0)), larger, "more above");
    }

    /// @dev As transactions of their own, with 21,000 gas and calldata; within 3 % of what was measured.
    function test_gas_of_a_seed() public {
        anchored(beacon, SEED_BLOCK, roundOf(".quicknet.rounds", 5));
        anchored(beacon, SEED_BLOCK - 1, roundOf(".quicknet.rounds", 5));
        print("anchor", 47_000);
        beacon.post(SEED_BLOCK, point(".quicknet.points", 5));
        print("post", 185_000);
        beacon.seed(SEED_BLOCK);
        print("seed", 2600);
    }

    function print(string memory name, uint256 bound) private {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint(name, used);
        vm.assertLe(used, bound, name);
    }
}
