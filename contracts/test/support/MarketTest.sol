// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, Round } from "../../src/Round.sol";
import { StorageToken } from "../../src/StorageToken.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
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
    uint32 internal constant NOTICE = 5;
    uint32 internal constant ANSWER = 3;
    uint256 internal constant BOND = 3 ether;
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
    address internal extension;
    address internal views;
    uint256 internal genesis;
    uint256 internal nextNonce = 1;

    function setUp() public virtual {
        vm.roll(1000);
        vm.warp(1_800_000_000);
        // By artifact, and not by `new`, which would compile the market again into every test.
        token = StorageToken(vm.deployCode("StorageToken.sol", abi.encode(address(this))));
        beacon = IRandomBeacon(vm.deployCode("BlockhashBeacon.sol", abi.encode(0)));
        views = vm.deployCode("MarketViews.sol");
        extension = vm.deployCode("MarketExtension.sol", abi.encode(views));
        market = deployMarket(settings());
        vault = market.vault();
        genesis = block.number;
        fund(owner);
        fund(client);
        fund(other);
        registerProvider(owner, nodeKey, 2 * MIN_STAKE);
        goTo(1);
    }

    function deployMarket(IMarketRecords.Parameters memory parameters) internal returns (IStorageMarket) {
        bytes memory arguments = abi.encode(token, address(this), extension, parameters);
        return IStorageMarket(vm.deployCode("StorageMarket.sol", arguments));
    }

    function settings() internal view returns (IMarketRecords.Parameters memory) {
        return IMarketRecords.Parameters({
            beacon: beacon,
            roundBlocks: uint32(ROUND_BLOCKS),
            challenges: CHALLENGES,
            minStake: MIN_STAKE,
            unitStake: 0,
            slashBasisPoints: 1000,
            unbondingRounds: UNBONDING,
            noticeRounds: NOTICE,
            answerRounds: ANSWER,
            disputeSlashBasisPoints: 2000,
            disputeBond: BOND
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

    function anOffer() internal returns (IMarketRecords.Offer memory) {
        return IMarketRecords.Offer({
            provider: owner,
            client: address(0),
            maxUnits: 1_000_000,
            pricePerUnitRound: PRICE,
            minRounds: 1,
            validUntil: uint64(block.timestamp + 1 days),
            nonce: nextNonce++
        });
    }

    function signed(IMarketRecords.Offer memory offer, uint256 key) internal view returns (bytes memory) {
        return signature(key, market.offerHash(offer));
    }

    /// @dev Opens one allocation for `account`, from the next round, `rounds` long.
    function open(address account, uint256 units, uint256 rounds) internal returns (AllocationId) {
        return openFrom(account, anOffer(), units, rounds);
    }

    function openFrom(address account, IMarketRecords.Offer memory offer, uint256 units, uint256 rounds)
        internal
        returns (AllocationId)
    {
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        Round end = r(round() + 1 + rounds);
        vm.prank(account);
        return market.openAllocations(offers, signatures, uint32(units), end)[0];
    }

    function batch(IMarketRecords.Offer memory offer)
        internal
        view
        returns (IMarketRecords.Offer[] memory offers, bytes[] memory signatures)
    {
        offers = new IMarketRecords.Offer[](1);
        signatures = new bytes[](1);
        offers[0] = offer;
        signatures[0] = signed(offer, NODE_KEY);
    }

    // ------------------------------------------------------------------ what is signed

    function signature(uint256 key, bytes32 digest_) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r_, bytes32 s) = vm.sign(key, digest_);
        return abi.encodePacked(r_, s, v);
    }

    /// @dev The EIP-712 digest of a struct, made here on its own.
    function digest(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Cairn"),
                keccak256("1"),
                vm.getChainId(),
                address(market)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    function signedState(IMarketRecords.AllocationState memory state, uint256 key)
        internal
        view
        returns (bytes memory)
    {
        bytes32 typeHash = keccak256(
            "AllocationState(uint64 allocation,uint64 seq,bytes32 subRoot,uint64 leaves,uint64 fromRound)"
        );
        return signature(key, digest(keccak256(abi.encode(typeHash, state))));
    }

    /// @dev The consent to close an allocation.
    function signedClose(AllocationId id_, uint64 validUntil, uint256 key) internal view returns (bytes memory) {
        bytes32 typeHash = keccak256("Close(uint64 allocation,uint64 validUntil)");
        return signature(key, digest(keccak256(abi.encode(typeHash, id_, validUntil))));
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

    function settle(AllocationId id_) internal {
        market.settle(one(id_));
    }

    function one(AllocationId id_) internal pure returns (AllocationId[] memory ids) {
        ids = new AllocationId[](1);
        ids[0] = id_;
    }

    function nothing() internal pure returns (Trees.Allocation[] memory) { }

    function record() internal view returns (IMarketRecords.ProviderRecord memory) {
        return market.provider(owner);
    }

    /// @dev A cheat code that reverts ends the test, even where the revert is expected: so it is called from outside.
    function make(string calldata artifact, bytes calldata arguments) external returns (address) {
        return vm.deployCode(artifact, arguments);
    }

    function refusesToMake(string memory artifact, bytes memory arguments, bytes memory error_) internal {
        (bool ok, bytes memory answer) = address(this).call(abi.encodeCall(this.make, (artifact, arguments)));
        vm.assertFalse(ok, "it was made");
        vm.assertEq(answer, error_, "another error");
    }

    /// @dev Four arguments, as every refusal of an impossible call is written.
    function refuses(address account, address target, bytes memory call_, bytes memory error_) internal {
        vm.prank(account);
        (bool ok, bytes memory answer) = target.call(call_);
        vm.assertFalse(ok, "the call went through");
        vm.assertEq(answer, error_, "another error");
    }
}
