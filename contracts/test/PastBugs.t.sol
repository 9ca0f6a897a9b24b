// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofLib } from "../src/ProofLib.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { ITokenVault } from "../src/interfaces/ITokenVault.sol";
import { AllocationId, DisputeId } from "../src/Round.sol";
import { States } from "./support/States.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";

/// @title What broke other storage markets, tried here
contract PastBugsTest is States {
    /// @dev Gas that a call may differ by with what storage it touches, far below that of one more item in a loop of a hundred.
    uint256 private constant NOISE = 6000;

    function gasOf(address account, bytes memory call_) private returns (uint256) {
        vm.prank(account);
        (bool ok,) = address(market).call(call_);
        vm.assertTrue(ok, "the call went through");
        return vm.lastCallGas().gasTotalUsed;
    }

    function provingGas() private returns (uint256) {
        return gasOf(nodeKey, abi.encodeCall(market.prove, (r(round()), 0, 0, "")));
    }

    // ------------------------------------------------------------------ proofs

    /// @dev Elsewhere a proof with an empty path was taken, with the root itself as the leaf, because the length of the path was not
    /// bound to the height of the tree: a provider proved without a single byte of data. Here the number of leaves is committed
    /// with the root and gives the length of every path.
    function test_past_bug_root_as_leaf_with_a_path_of_another_length() public {
        open(client, 10, 20);
        bytes memory leaf = Trees.noise(1, 256);
        uint64 count = 1000;
        // A fragment of 1,000 leaves of which only one exists: its hash is said to be the root of them all.
        bytes32 fragment = sha256(abi.encodePacked(sha256(leaf), uint64(256 * count)));
        bytes32 root = sha256(abi.encodePacked(uint64(1), uint64(1), fragment, count));
        goTo(2);
        vm.prank(nodeKey);
        market.prove(r(2), root, uint48(count), "");
        goTo(3);
        bytes memory head =
            abi.encodePacked(Trees.pack(0, count), uint64(1), uint64(1), Trees.pack(0, count), uint32(256 * count));
        bytes memory path;
        for (uint256 length; length <= 12; ++length) {
            refusesProof(bytes.concat(head, leaf, path));
            // One for each of the five challenges, too.
            bytes memory all = bytes.concat(leaf, path);
            refusesProof(bytes.concat(head, all, all, all, all, all));
            path = bytes.concat(path, root);
        }
        // A root that is the hash of a leaf, with as many leaves as one fragment, or as one leaf.
        bytes memory bare = abi.encodePacked(leaf);
        refusesProof(bare);
        refusesProof("");
        refusesProof(abi.encodePacked(root));
    }

    /// @dev The same with a root over one leaf: a leaf's hash, a fragment's, an allocation's and a fork's are never the same.
    function test_past_bug_a_node_of_one_kind_in_the_place_of_another() public {
        open(client, 10, 20);
        Trees.Allocation[] memory real = Trees.random(3);
        Trees.Allocation[] memory single = new Trees.Allocation[](1);
        single[0] = Trees.Allocation(1, 1, new bytes[](1));
        single[0].fragments[0] = Trees.noise(7, 256);
        bytes32[4] memory roots = [
            sha256(single[0].fragments[0]),
            Trees.fragmentRoot(single[0].fragments[0]),
            Trees.root(real).hash,
            sha256(abi.encodePacked(Trees.root(single).hash, Trees.root(single).hash))
        ];
        for (uint256 i; i < roots.length; ++i) {
            goTo(2 + 2 * i);
            registerAndCommit(i, roots[i]);
            goTo(3 + 2 * i);
            address account = vm.addr(0x500 + i);
            bytes memory proof = Trees.proof(single, market.challengeSeed(account, r(round())), CHALLENGES);
            bytes memory call_ = abi.encodeCall(market.prove, (r(round()), 0, 0, proof));
            refuses(account, address(market), call_, abi.encodeWithSelector(ProofLib.ProofLib_WrongRoot.selector));
        }
    }

    /// @dev A provider of its own for each root, with one leaf under it.
    function registerAndCommit(uint256 i, bytes32 root) private {
        address account = vm.addr(0x500 + i);
        fund(account);
        registerProvider(account, account, MIN_STAKE);
        IMarketRecords.Offer memory offer = anOffer();
        offer.provider = account;
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, 0x500 + i);
        vm.prank(client);
        market.openAllocations(offers, signatures, 1, r(round() + 10));
        vm.prank(account);
        market.prove(r(round()), root, 1, "");
    }

    function refusesProof(bytes memory proof) private {
        vm.prank(nodeKey);
        (bool ok, bytes memory error_) = address(market).call(abi.encodeCall(market.prove, (r(round()), 0, 0, proof)));
        vm.assertFalse(ok, "proved");
        bytes4 selector = bytes4(error_);
        bool ours = selector == ProofLib.ProofLib_WrongRoot.selector || selector == ProofLib.ProofLib_Truncated.selector
            || selector == ProofLib.ProofLib_TrailingBytes.selector
            || selector == ProofLib.ProofLib_WrongFragment.selector || selector == ProofLib.ProofLib_BadCount.selector;
        vm.assertTrue(ours, "an error of the proof");
    }

    // ------------------------------------------------------------------ rounds

    /// @dev Elsewhere what had been removed was taken out of the set by the next proof, one by one, so that a set with many
    /// removals asked for more gas than a block has and could never be proved again. Here nothing happens when an allocation
    /// ends, in whatever way.
    function test_past_bug_removals_that_the_next_proof_pays_for() public {
        open(client, 1, 500);
        goTo(2);
        proveNothing();
        goTo(3);
        uint256 few = provingGas();
        AllocationId[] memory ids = new AllocationId[](100);
        for (uint256 i; i < ids.length; ++i) {
            ids[i] = open(client, 1, i % 2 == 0 ? 1 : 100);
        }
        goTo(4);
        proveNothing();
        for (uint256 i = 1; i < ids.length; i += 2) {
            bytes memory consent = signedClose(ids[i], uint64(block.timestamp), NODE_KEY);
            vm.prank(client);
            market.close(ids[i], uint64(block.timestamp), consent);
        }
        goTo(5);
        // Half of them ran out with round 4, half were closed in it.
        vm.assertLe(provingGas(), few + NOISE, "gas");
        vm.assertEq(record().liveUnits, 1, "live");
        market.settle(ids);
        goTo(6);
        vm.assertLe(provingGas(), few + NOISE, "gas after the settlement");
    }

    /// @dev Elsewhere each change of a rate left a segment, and payments were settled segment by segment: with enough changes they
    /// came in faster than anybody could work them off, and nobody was paid any more. Here what is earned is one number, a
    /// settlement counts bits, and a walk of one call goes over 64 rounds however much changed in them.
    function test_past_bug_segments_that_settle_slower_than_they_accrue() public {
        AllocationId quiet = open(client, 3, 60);
        for (uint256 i = 2; i < 62; ++i) {
            goTo(i);
            if (i % 2 == 0) proveNothing();
        }
        goTo(62);
        uint256 collecting = gasOf(other, abi.encodeCall(market.collect, (owner)));
        uint256 settling = gasOf(other, abi.encodeCall(market.settle, (one(quiet))));

        // The same again, with ten changes in each round.
        AllocationId busy = open(client, 3, 60);
        for (uint256 i = 63; i < 123; ++i) {
            goTo(i);
            for (uint256 j; j < 5; ++j) {
                open(client, 1 + j, 1 + j);
            }
            if (i % 2 == 1) proveNothing();
        }
        goTo(123);
        vm.assertLe(gasOf(other, abi.encodeCall(market.collect, (owner))), collecting + NOISE, "collecting");
        vm.assertLe(gasOf(other, abi.encodeCall(market.settle, (one(busy)))), settling + NOISE, "settling");
        vm.assertEq(market.catchUp(owner, 64), 0, "one call walks it all");
        vm.assertEq(record().liveUnits, 1 + 4 + 9 + 16 + 25, "what still runs");
    }

    /// @dev The most that can be bought at once, with the most growths: 17 ranges to count, in 17 words.
    function test_past_bug_no_settlement_is_too_large() public {
        AllocationId a = open(client, 1, 4096);
        for (uint256 i; i < 16; ++i) {
            goTo(2 + 60 * i);
            proveNothing();
            IMarketRecords.Offer memory offer = anOffer();
            bytes memory signature_ = signed(offer, NODE_KEY);
            vm.prank(client);
            market.grow(a, offer, signature_, 1);
        }
        goTo(2 + 4096);
        vm.assertLe(gasOf(other, abi.encodeCall(market.settle, (one(a)))), 250_000, "gas");
        vm.assertEq(record().escrow, 0, "escrow");
    }

    /// @dev Elsewhere a missed proof could be reported in the 30 seconds after it only, and a provider that nobody watched just
    /// then was never punished. Here misses and unanswered disputes wait until somebody comes.
    function test_past_bug_a_window_of_seconds_for_reporters() public {
        AllocationId a = open(client, 10, 4000);
        IMarketRecords.AllocationState memory state = stateOf(stored(a, 1), 2);
        DisputeId d = askStateLeaf(state, 0);
        goTo(2000);
        for (uint256 behind = 1; behind > 0;) {
            behind = market.catchUp(owner, 64);
        }
        vm.roll(vm.getBlockNumber() + ROUND_BLOCKS - 3);
        uint256 stake = record().stake;
        vm.prank(other);
        market.decide(d);
        vm.assertEq(record().stake, stake * 8 / 10, "the dispute of long ago");
        vm.assertEq(market.allocation(a).endRound.number(), 2001, "closed");
        stake = record().stake;
        vm.prank(other);
        market.penalize(owner);
        vm.assertEq(record().stake, stake * 59_049 / 100_000, "all five steps");
        vm.assertTrue(record().stage == IMarketErrors.Stage.Ejected, "and the ejection");
    }

    // ------------------------------------------------------------------ money

    /// @dev Elsewhere slashed money had nobody to go to and stayed in the contract for ever. Here the last unit comes out, whatever
    /// it was slashed for.
    function test_past_bug_slashed_money_is_stuck() public {
        AllocationId a = open(client, 7, 100);
        AllocationId b = open(other, 3, 50);
        AllocationId c = open(other, 5, 90);
        goTo(2);
        Trees.Allocation[] memory tree = both(stored(a, 1), stored(b, 1));
        prove(nothing(), tree);
        DisputeId[3] memory disputes =
            [askLeaf(0), askStateLeaf(stateOf(stored(a, 1), 2), 1), askInclusion(stateOf(stored(b, 2), 2))];
        for (uint256 i = 6; i <= 10; ++i) {
            goTo(i);
            for (uint256 j; j < 3 && i == 6; ++j) {
                market.decide(disputes[j]);
            }
            vm.prank(other);
            market.penalize(owner);
        }
        AllocationId[] memory ids = new AllocationId[](3);
        (ids[0], ids[1], ids[2]) = (a, b, c);
        market.settle(ids);
        goTo(10 + UNBONDING);
        vm.prank(owner);
        market.exit();
        for (uint256 kind = 1; kind <= 4; ++kind) {
            vm.assertEq(lockOf(kind, owner), 0, "a lock is not empty");
        }
        address[3] memory all = [owner, client, other];
        for (uint256 i; i < 3; ++i) {
            vm.prank(all[i]);
            vault.withdraw(all[i]);
        }
        vault.sendBurned();
        vm.assertEq(token.balanceOf(address(vault)), 0, "left in the vault");
    }

    /// @dev Elsewhere the number of a fund that had been paid out could be used again, and its next life drained what belonged to
    /// others. Here numbers only count up, an owner registers once, and what is over cannot be ended again.
    function test_past_bug_a_fund_that_is_used_again_drains_the_vault() public {
        AllocationId a = open(client, 10, 2);
        open(other, 10, 200);
        IMarketRecords.AllocationState memory state = stateOf(stored(a, 1), 2);
        DisputeId d = askStateLeaf(state, 0);
        market.answer(d, Trees.proofInAllocation(stored(a, 1), Trees.only(0)));
        goTo(4);
        settle(a);
        uint256 tokens = token.balanceOf(address(vault));
        uint256 paid = vault.balanceOf(client);
        settle(a);
        bytes memory consent = signedClose(a, uint64(block.timestamp), NODE_KEY);
        refuses(
            client,
            address(market),
            abi.encodeCall(market.close, (a, uint64(block.timestamp), consent)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, 4, 4)
        );
        bytes memory settled = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadySettled.selector, a);
        bytes memory again = abi.encodeCall(market.challengeStateLeaf, (state, signedState(state, NODE_KEY), 0));
        refuses(client, address(market), again, settled);
        bytes memory over = abi.encodeWithSelector(IMarketErrors.StorageMarket_NoDispute.selector, d);
        refuses(client, address(market), abi.encodeCall(market.decide, (d)), over);
        refuses(client, address(market), abi.encodeCall(market.answer, (d, "")), over);
        vm.assertEq(vault.balanceOf(client), paid, "paid once");
        vm.assertEq(token.balanceOf(address(vault)), tokens, "nothing went out");

        // The next ones get numbers of their own.
        vm.assertTrue(open(client, 1, 2) == id(3), "the next allocation");
        vm.assertTrue(DisputeId.unwrap(askStateLeaf(stateOf(stored(id(2), 1), 2), 0)) == 2, "the next dispute");

        // A provider that has left cannot come back to locks that bear its name, and neither leave twice.
        registerProvider(other, vm.addr(77), MIN_STAKE);
        vm.prank(other);
        market.exit();
        goTo(4 + UNBONDING);
        vm.prank(other);
        market.exit();
        bytes memory known = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadyRegistered.selector, other);
        refuses(other, address(market), abi.encodeCall(market.register, (other, hex"01", MIN_STAKE)), known);
        bytes memory gone =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_WrongStage.selector, other, IMarketErrors.Stage.Left);
        refuses(other, address(market), abi.encodeCall(market.exit, ()), gone);
        vm.assertEq(record().stake, 2 * MIN_STAKE, "the first provider's stake");

        // Another market has another vault, so that names of locks never meet.
        ITokenVault second = deployMarket(settings()).vault();
        vm.assertTrue(address(second) != address(vault), "its own vault");
        vm.assertEq(second.locked(bytes32(2 << 160 | uint256(uint160(owner)))), 0, "an empty lock");
    }

    /// @dev Elsewhere a check said that the money was enough, and the payment after it reverted. Here there is no check apart from
    /// the call: it takes exactly what the record then says, and one unit less, of tokens or of allowance, opens nothing at all.
    function testFuzz_past_bug_a_check_of_funds_that_says_yes_before_the_payment_says_no(
        uint32 units,
        uint96 price,
        uint16 rounds
    ) public {
        IMarketRecords.Offer memory offer = anOffer();
        units = 1 + units % 1_000_000;
        rounds = 1 + rounds % 4096;
        (offer.maxUnits, offer.pricePerUnitRound) = (units, 1 + price % 1e18);
        uint256 sum = uint256(units) * offer.pricePerUnitRound * rounds;
        address poor = vm.addr(0x9009);
        token.mint(poor, sum);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        bytes memory call_ = abi.encodeCall(market.openAllocations, (offers, signatures, units, r(2 + rounds)));
        vm.prank(poor);
        token.approve(address(vault), sum - 1);
        opensNothing(poor, call_);
        vm.prank(poor);
        token.approve(address(vault), sum);
        vm.prank(poor);
        token.transfer(other, 1);
        opensNothing(poor, call_);
        vm.prank(other);
        token.transfer(poor, 1);
        vm.prank(poor);
        (bool ok,) = address(market).call(call_);
        vm.assertTrue(ok, "exactly enough");
        vm.assertEq(token.balanceOf(poor), 0, "all of it");
        vm.assertEq(market.allocation(id(1)).deposit, sum, "as the record says");
    }

    function opensNothing(address account, bytes memory call_) private {
        vm.prank(account);
        (bool ok,) = address(market).call(call_);
        vm.assertFalse(ok, "opened with one unit too few");
        vm.assertEq(market.allocationCount(), 0, "nothing was opened");
        vm.assertEq(record().escrow, 0, "nothing was taken");
        vm.assertEq(market.usedUnits(owner, nextNonce - 1), 0, "nothing of the offer");
    }

    /// @dev The same of a provider's side: what can be read says beforehand whether its stake covers an opening.
    function testFuzz_past_bug_a_check_of_stake_that_says_yes_before_the_opening_says_no(
        uint64 unitStake,
        uint16 before,
        uint16 units
    ) public {
        IMarketRecords.Parameters memory p = settings();
        p.unitStake = unitStake % 10 ether;
        market = deployMarket(p);
        vault = market.vault();
        genesis = vm.getBlockNumber();
        fund(owner);
        fund(client);
        registerProvider(owner, nodeKey, 2 * MIN_STAKE);
        for (uint256 i; i < 2; ++i) {
            uint256 asked = 1 + (i == 0 ? before : units) % 1000;
            uint256 needed = (record().nextUnits + asked) * p.unitStake;
            (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
            vm.prank(client);
            (bool ok,) =
                address(market).call(abi.encodeCall(market.openAllocations, (offers, signatures, uint32(asked), r(20))));
            vm.assertTrue(ok == (needed <= record().stake), "as could be read before");
        }
    }
}
