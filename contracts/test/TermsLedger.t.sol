// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../src/Round.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { TermsTest } from "./support/TermsTest.sol";
import { vm } from "./support/Vm.sol";

/// @dev Random openings, growths, extensions, closings, notices, proofs and penalties, beside a ledger that keeps for every
/// allocation and every round how many units it has, and knows nothing of differences, ranges and bitmaps.
contract TermsLedgerTest is TermsTest {
    struct Entry {
        address client;
        uint256 price;
        uint256 start;
        uint256 end;
        uint256 growths;
        uint256 claim;
    }

    uint256 private constant ROUNDS = 36;
    uint256 private constant FREE_MISSES = 2;
    /// @dev The seventh would eject.
    uint256 private constant MOST_MISSES = 6;

    address private immutable keeper = vm.addr(0x7E57);
    Entry[] private entries;
    mapping(uint256 entry => mapping(uint256 round => uint256)) private unitsOf;
    mapping(uint256 round => bool) private wasProved;
    uint256 private misses;
    uint256 private steps;
    uint256 private random;

    function setUp() public override {
        super.setUp();
        vm.prank(owner);
        // So that penalties leave enough for openings.
        market.addStake(1e6 ether);
    }

    /// forge-config: default.fuzz.runs = 32
    function testFuzz_the_books_are_those_of_a_ledger_by_rounds(uint256 seed) public {
        random = seed;
        for (uint256 i = 1; i <= ROUNDS; ++i) {
            goTo(i);
            countMiss(i - 1);
            checkLive();
            for (uint256 moves = draw(4); moves > 0; --moves) {
                move();
                checkLive();
            }
            if (misses > FREE_MISSES + steps && liveRate(i) > 0 && draw(2) == 0) penalize();
            if (misses == MOST_MISSES || draw(3) > 0) proveRound();
            // Changes after the proof count as those before it.
            if (draw(2) == 0) move();
            checkLive();
        }
        finish();
    }

    // ------------------------------------------------------------------ moves

    function draw(uint256 bound) private returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return random % bound;
    }

    function move() private {
        uint256 kind = draw(6);
        if (entries.length == 0 || kind < 2) return openNew();
        uint256 which = draw(entries.length);
        // What is over is refused; another test has that.
        if (entries[which].end <= round() + 1) return;
        if (kind == 2) growOld(which);
        else if (kind == 3) extendOld(which);
        else if (kind == 4) closeOld(which);
        else noticeOld(which);
    }

    function openNew() private {
        address account = draw(2) == 0 ? client : other;
        uint256 start = round() + 1;
        Entry memory entry = Entry(account, 1 + draw(1e9), start, start + 1 + draw(15), 0, 0);
        uint256 units = 1 + draw(50);
        IMarketRecords.Offer memory offer = anOffer();
        offer.pricePerUnitRound = uint128(entry.price);
        uint256 before = token.balanceOf(account);
        openFrom(account, offer, units, entry.end - start);
        vm.assertEq(before - token.balanceOf(account), (entry.end - start) * units * entry.price, "prepaid");
        addUnits(entries.length, start, entry.end, units);
        entries.push(entry);
    }

    function growOld(uint256 which) private {
        Entry storage entry = entries[which];
        if (entry.growths == 16) return;
        uint256 units = 1 + draw(50);
        uint256 before = token.balanceOf(entry.client);
        growFrom(entry.client, allocationOf(which), offerAt(entry.price), units);
        uint256 cost = (entry.end - round() - 1) * units * entry.price;
        vm.assertEq(before - token.balanceOf(entry.client), cost, "prepaid");
        ++entry.growths;
        addUnits(which, round() + 1, entry.end, units);
    }

    function extendOld(uint256 which) private {
        Entry storage entry = entries[which];
        uint256 end = entry.end + 1 + draw(10);
        uint256 units = unitsOf[which][entry.end - 1];
        uint256 before = token.balanceOf(entry.client);
        extendFrom(entry.client, allocationOf(which), offerAt(entry.price), end);
        vm.assertEq(before - token.balanceOf(entry.client), (end - entry.end) * units * entry.price, "prepaid");
        addUnits(which, entry.end, end, units);
        entry.end = end;
    }

    function closeOld(uint256 which) private {
        uint256 before = vault.balanceOf(entries[which].client);
        close(entries[which].client, allocationOf(which));
        cut(which, round() + 1, before);
    }

    function noticeOld(uint256 which) private {
        uint256 end = round() + 1 + NOTICE;
        if (entries[which].end <= end) return;
        uint256 before = vault.balanceOf(entries[which].client);
        vm.prank(entries[which].client);
        market.giveNotice(allocationOf(which));
        cut(which, end, before);
    }

    function proveRound() private {
        uint256 before = record().earned;
        proveNothing();
        wasProved[round()] = true;
        (misses, steps) = (0, 0);
        vm.assertEq(record().earned - before, liveRate(round()), "a round's pay");
    }

    function penalize() private {
        uint256 stake = record().stake;
        uint256 left = stake;
        for (uint256 due = misses - FREE_MISSES - steps; due > 0; --due) {
            left -= (left + 9) / 10;
        }
        uint256 slashed = stake - left;
        uint256 shared = slashed - slashed / 5 - slashed / 2;
        uint256 before = record().compensation;
        vm.prank(keeper);
        market.penalize(owner);
        vm.assertEq(record().stake, left, "stake");
        vm.assertEq(record().compensation - before, shared, "compensation");
        steps = misses - FREE_MISSES;
        for (uint256 i; i < entries.length; ++i) {
            entries[i].claim += shared * unitsOf[i][round()] * entries[i].price / liveRate(round());
        }
    }

    // ------------------------------------------------------------------ the ledger

    function allocationOf(uint256 which) private pure returns (AllocationId) {
        return id(which + 1);
    }

    function offerAt(uint256 price) private returns (IMarketRecords.Offer memory offer) {
        offer = anOffer();
        offer.pricePerUnitRound = uint128(price);
    }

    function addUnits(uint256 which, uint256 from, uint256 to, uint256 units) private {
        for (uint256 i = from; i < to; ++i) {
            unitsOf[which][i] += units;
        }
    }

    /// @dev What the lost rounds cost comes back at once.
    function cut(uint256 which, uint256 end, uint256 before) private {
        Entry storage entry = entries[which];
        uint256 refund;
        for (uint256 i = end; i < entry.end; ++i) {
            refund += unitsOf[which][i] * entry.price;
            unitsOf[which][i] = 0;
        }
        entry.end = end;
        vm.assertEq(vault.balanceOf(entry.client) - before, refund, "refund");
    }

    function countMiss(uint256 round_) private {
        if (!wasProved[round_] && liveUnits(round_) > 0) ++misses;
    }

    function liveUnits(uint256 round_) private view returns (uint256 sum) {
        for (uint256 i; i < entries.length; ++i) {
            sum += unitsOf[i][round_];
        }
    }

    function liveRate(uint256 round_) private view returns (uint256 sum) {
        for (uint256 i; i < entries.length; ++i) {
            sum += unitsOf[i][round_] * entries[i].price;
        }
    }

    function charge(uint256 which) private view returns (uint256 sum) {
        for (uint256 i = entries[which].start; i < entries[which].end; ++i) {
            if (wasProved[i]) sum += unitsOf[which][i] * entries[which].price;
        }
    }

    function deposit(uint256 which) private view returns (uint256 sum) {
        for (uint256 i = entries[which].start; i < entries[which].end; ++i) {
            sum += unitsOf[which][i] * entries[which].price;
        }
    }

    function checkLive() private view {
        IMarketRecords.ProviderRecord memory p = record();
        vm.assertEq(p.liveUnits, liveUnits(round()), "live units");
        vm.assertEq(p.liveRate, liveRate(round()), "live rate");
        vm.assertEq(p.nextUnits, liveUnits(round() + 1), "units of the next round");
        vm.assertEq(p.misses, misses, "misses");
    }

    function finish() private {
        uint256 end;
        uint256 earned;
        for (uint256 i; i < entries.length; ++i) {
            if (entries[i].end > end) end = entries[i].end;
            vm.assertEq(market.allocation(allocationOf(i)).deposit, deposit(i), "deposit");
            vm.assertEq(market.allocation(allocationOf(i)).endRound.number(), entries[i].end, "end");
            earned += charge(i);
        }
        vm.assertEq(record().earned, earned, "charges are earnings");
        goTo(end > ROUNDS ? end : ROUNDS + 1);
        for (uint256 i; i < entries.length; ++i) {
            settleAndCheck(i);
        }
        vm.assertEq(record().escrow, 0, "escrow");
        vm.assertEq(vault.balanceOf(owner), 0, "not collected yet");
        vm.prank(owner);
        market.exit();
        goTo(round() + UNBONDING);
        vm.prank(owner);
        market.exit();
        emptiesTheVault();
    }

    function settleAndCheck(uint256 which) private {
        Entry memory entry = entries[which];
        uint256 claim = market.accountOf(allocationOf(which)).compensation;
        // A unit for each penalty, and one for each range of units.
        uint256 rounding = ROUNDS + 17;
        vm.assertLe(claim, entry.claim + rounding, "claim");
        vm.assertLe(entry.claim, claim + rounding, "claim");
        uint256 before = vault.balanceOf(entry.client);
        settle(allocationOf(which));
        uint256 got = vault.balanceOf(entry.client) - before;
        vm.assertEq(got, deposit(which) - charge(which) + claim, "refund");
    }

    function emptiesTheVault() private {
        if (vault.balanceOf(address(0xdEaD)) > 0) vault.sendBurned();
        address[4] memory all = [owner, client, other, keeper];
        for (uint256 i; i < 4; ++i) {
            if (vault.balanceOf(all[i]) == 0) continue;
            vm.prank(all[i]);
            vault.withdraw(all[i]);
        }
        vm.assertEq(token.balanceOf(address(vault)), 0, "left in the vault");
    }
}
