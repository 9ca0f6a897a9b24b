// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, Round } from "../../src/Round.sol";
import { StorageToken } from "../../src/StorageToken.sol";
import { IRandomBeacon } from "../../src/interfaces/IRandomBeacon.sol";
import { IStorageMarket } from "../../src/interfaces/IStorageMarket.sol";
import { ITokenVault } from "../../src/interfaces/ITokenVault.sol";
import { Trees } from "./Trees.sol";
import { vm } from "./Vm.sol";

/// @title A market with one provider and two clients, and the moves of a test
abstract contract MarketTest {
    uint256 internal constant ROUND_BLOCKS = 10;
    uint32 internal constant CHALLENGES = 5;
    uint256 internal constant MIN_STAKE = 1000 ether;
    uint128 internal constant PRICE = 7 gwei;
    uint32 internal constant UNBONDING = 20;
    uint256 internal constant NODE_KEY = 0xA11CE;
    uint256 internal constant CLIENT_KEY = 0xB0B;

    address internal immutable owner = vm.addr(0x0123);
    address internal immutable nodeKey = vm.addr(NODE_KEY);
    address internal immutable client = vm.addr(CLIENT_KEY);
    address internal immutable other = vm.addr(0xCAFE);

    StorageToken internal token;
    IStorageMarket internal market;
    ITokenVault internal vault;
    IRandomBeacon internal beacon;
    uint256 internal genesis;
    uint256 internal nextNonce = 1;

    function setUp() public virtual {
        vm.roll(1000);
        vm.warp(1_800_000_000);
        // By artifact, and not by `new`, which would compile the market again into every test.
        token = StorageToken(vm.deployCode("StorageToken.sol", abi.encode(address(this))));
        beacon = IRandomBeacon(vm.deployCode("BlockhashBeacon.sol"));
        market = deployMarket(settings());
        vault = market.vault();
        genesis = block.number;
        fund(owner);
        fund(client);
        fund(other);
        registerProvider(owner, nodeKey, 2 * MIN_STAKE);
        goTo(1);
    }

    function deployMarket(IStorageMarket.Parameters memory parameters) internal returns (IStorageMarket) {
        return IStorageMarket(vm.deployCode("StorageMarket.sol", abi.encode(token, parameters)));
    }

    function settings() internal view returns (IStorageMarket.Parameters memory) {
        return IStorageMarket.Parameters({
            beacon: beacon,
            roundBlocks: uint32(ROUND_BLOCKS),
            challenges: CHALLENGES,
            minStake: MIN_STAKE,
            slashBasisPoints: 1000,
            unbondingRounds: UNBONDING
        });
    }

    function fund(address account) internal {
        token.mint(account, 1e9 ether);
        vm.prank(account);
        token.approve(address(vault), type(uint256).max);
    }

    function registerProvider(address account, address key, uint256 stake) internal {
        vm.prank(account);
        market.register(key, hex"0024080112", stake);
    }

    /// @dev To the second block of a round, the first one with a seed.
    function goTo(uint256 round_) internal {
        vm.roll(genesis + round_ * ROUND_BLOCKS + 1);
        vm.setBlockhash(genesis + round_ * ROUND_BLOCKS, keccak256(abi.encode("block", round_)));
    }

    function round() internal view returns (uint256) {
        return (vm.getBlockNumber() - genesis) / ROUND_BLOCKS;
    }

    function r(uint256 number) internal pure returns (Round) {
        return Round.wrap(uint32(number));
    }

    function id(uint256 number) internal pure returns (AllocationId) {
        return AllocationId.wrap(uint48(number));
    }

    // ------------------------------------------------------------------ offers

    function anOffer() internal returns (IStorageMarket.Offer memory) {
        return IStorageMarket.Offer({
            provider: owner,
            client: address(0),
            maxUnits: 1_000_000,
            pricePerUnitRound: PRICE,
            minRounds: 1,
            validUntil: uint64(block.timestamp + 1 days),
            nonce: nextNonce++
        });
    }

    function signed(IStorageMarket.Offer memory offer, uint256 key) internal view returns (bytes memory) {
        (uint8 v, bytes32 r_, bytes32 s) = vm.sign(key, market.offerHash(offer));
        return abi.encodePacked(r_, s, v);
    }

    /// @dev Opens one allocation for `account`, from the next round, `rounds` long.
    function open(address account, uint256 units, uint256 rounds) internal returns (AllocationId) {
        return openFrom(account, anOffer(), units, rounds);
    }

    function openFrom(address account, IStorageMarket.Offer memory offer, uint256 units, uint256 rounds)
        internal
        returns (AllocationId)
    {
        (IStorageMarket.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        Round end = r(round() + 1 + rounds);
        vm.prank(account);
        return market.openAllocations(offers, signatures, uint32(units), end)[0];
    }

    function batch(IStorageMarket.Offer memory offer)
        internal
        view
        returns (IStorageMarket.Offer[] memory offers, bytes[] memory signatures)
    {
        offers = new IStorageMarket.Offer[](1);
        signatures = new bytes[](1);
        offers[0] = offer;
        signatures[0] = signed(offer, NODE_KEY);
    }

    // ------------------------------------------------------------------ proofs

    /// @dev Proves the current round with nothing stored before or after.
    function proveNothing() internal {
        vm.prank(nodeKey);
        market.prove(r(round()), 0, 0, "");
    }

    /// @dev Commits `next` while proving `stored`.
    function prove(Trees.Allocation[] memory stored, Trees.Allocation[] memory next) internal {
        bytes memory bytes_ = proofOf(stored);
        Trees.Node memory node = Trees.root(next);
        vm.prank(nodeKey);
        market.prove(r(round()), node.hash, uint48(node.leaves), bytes_);
    }

    function proofOf(Trees.Allocation[] memory stored) internal view returns (bytes memory) {
        if (stored.length == 0) return "";
        return Trees.proof(stored, market.challengeSeed(owner, r(round())), CHALLENGES);
    }

    function nothing() internal pure returns (Trees.Allocation[] memory) { }

    function record() internal view returns (IStorageMarket.ProviderRecord memory) {
        return market.provider(owner);
    }

    /// @dev Four arguments, as every refusal of an impossible call is written.
    function refuses(address account, address target, bytes memory call_, bytes memory error_) internal {
        vm.prank(account);
        (bool ok, bytes memory answer) = target.call(call_);
        vm.assertFalse(ok, "the call went through");
        vm.assertEq(answer, error_, "another error");
    }
}
