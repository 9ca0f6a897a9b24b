// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../../src/Round.sol";
import { IMarketErrors } from "../../src/interfaces/IMarketErrors.sol";
import { IStorageMarket } from "../../src/interfaces/IStorageMarket.sol";
import { MarketTest } from "./MarketTest.sol";
import { Trees } from "./Trees.sol";
import { vm } from "./Vm.sol";

/// @title Random moves of three providers and three clients
/// @dev Every move is only made when the rules allow it, and then it must go through: a revert fails the run.
contract Handler is MarketTest {
    uint256 public constant PARTIES = 3;
    /// @dev Rounds from an opening to the last end it can have.
    uint256 private constant MAX_TERM = 13;

    address[] public owners;
    address[] public clients;
    uint256 public current = 1;
    mapping(address owner => uint256) public earned;
    mapping(address owner => uint256 tree) private stored;
    uint256 public moves;

    constructor() {
        setUp();
        for (uint256 i; i < PARTIES; ++i) {
            address account = i == 0 ? owner : vm.addr(0x9000 + i);
            owners.push(account);
            clients.push(vm.addr(0x8000 + i));
            fund(clients[i]);
            if (i == 0) continue;
            fund(account);
            registerProvider(account, vm.addr(0xA000 + i), (1 + i) * MIN_STAKE + i);
        }
    }

    modifier move() {
        goTo(current);
        ++moves;
        _;
    }

    function sync() public {
        goTo(current);
    }

    function getMarket() external view returns (IStorageMarket) {
        return market;
    }

    function getToken() external view returns (address) {
        return address(token);
    }

    function everybody() public view returns (address[] memory all) {
        all = new address[](2 * PARTIES + 1);
        for (uint256 i; i < PARTIES; ++i) {
            (all[i], all[PARTIES + i]) = (owners[i], clients[i]);
        }
        all[2 * PARTIES] = other;
    }

    // ------------------------------------------------------------------ moves

    function pass(uint256 rounds) external move {
        current += 1 + rounds % 3;
        goTo(current);
    }

    function passManyRounds(uint256 rounds) external move {
        // Seldom, or everybody is ejected all the time.
        if (rounds % 8 == 0) current += 70;
        goTo(current);
    }

    function openOne(uint256 who, uint256 whose, uint256 units, uint256 rounds, uint256 price) external move {
        uint256 index = whose % PARTIES;
        address account = owners[index];
        IStorageMarket.ProviderRecord memory p = market.provider(account);
        if (p.stage != IMarketErrors.Stage.Active || p.stake < MIN_STAKE) return;
        follow(account, p.behind);
        IStorageMarket.Offer memory offer = anOffer();
        offer.provider = account;
        offer.pricePerUnitRound = uint128(1 + price % 1e12);
        (IStorageMarket.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, index == 0 ? NODE_KEY : 0xA000 + index);
        vm.prank(clients[who % PARTIES]);
        market.openAllocations(offers, signatures, uint32(1 + units % 100), r(current + 2 + rounds % 12));
    }

    function proveOne(uint256 whose, uint256 tree) external move {
        address account = owners[whose % PARTIES];
        IStorageMarket.ProviderRecord memory p = market.provider(account);
        if (p.stage != IMarketErrors.Stage.Active && p.stage != IMarketErrors.Stage.Exiting) return;
        if (market.provedRounds(account, r(current), r(current + 1))[0] != 0) return;
        follow(account, p.behind);
        p = market.provider(account);
        bytes memory proof = Trees.proof(treeOf(stored[account]), market.challengeSeed(account, r(current)), CHALLENGES);
        uint256 next = p.nextUnits == 0 ? 0 : tree % 4;
        Trees.Node memory node = Trees.root(treeOf(next));
        uint256 before = vault.balanceOf(account);
        vm.prank(account);
        market.prove(r(current), node.hash, uint48(node.leaves), proof);
        stored[account] = next;
        earned[account] += vault.balanceOf(account) - before;
        require(vault.balanceOf(account) - before == p.liveRate, "earned something else than the live rate");
    }

    function settleOne(uint256 which) external move {
        uint256 count = market.allocationCount();
        if (count == 0) return;
        AllocationId a = id(1 + which % count);
        IStorageMarket.AllocationRecord memory x = market.allocation(a);
        bool ejected = market.provider(x.provider).stage == IMarketErrors.Stage.Ejected;
        if (x.settled || (!ejected && current < x.endRound.number())) return;
        market.settle(a);
    }

    function penalizeOne(uint256 whose) external move {
        address account = owners[whose % PARTIES];
        IStorageMarket.ProviderRecord memory p = market.provider(account);
        if (p.stage != IMarketErrors.Stage.Active && p.stage != IMarketErrors.Stage.Exiting) return;
        follow(account, p.behind);
        p = market.provider(account);
        if (p.misses < 3 + p.stepsTaken || p.liveRate == 0) return;
        vm.prank(other);
        market.penalize(account);
    }

    function catchUpOne(uint256 whose, uint32 rounds) external move {
        market.catchUp(owners[whose % PARTIES], rounds % 100);
    }

    function addStakeOne(uint256 whose, uint256 amount) external move {
        address account = owners[whose % PARTIES];
        if (market.provider(account).stage != IMarketErrors.Stage.Active) return;
        vm.prank(account);
        market.addStake(1 + amount % 1e21);
    }

    function exitOne(uint256 whose, uint256 luck) external move {
        // Seldom, or nobody stays.
        if (luck % 8 == 0) goAway(owners[whose % PARTIES]);
    }

    function withdrawOne(uint256 who) external move {
        address[] memory all = everybody();
        withdraw(all[who % all.length]);
    }

    /// @dev Everybody leaves in an orderly way: whatever happened before, this must be possible.
    function finish() external {
        current += 5000;
        goTo(current);
        for (uint256 i = 1; i <= market.allocationCount(); ++i) {
            if (!market.allocation(id(i)).settled) market.settle(id(i));
        }
        for (uint256 i; i < PARTIES; ++i) {
            goAway(owners[i]);
        }
        current += UNBONDING + MAX_TERM;
        goTo(current);
        for (uint256 i; i < PARTIES; ++i) {
            goAway(owners[i]);
        }
        address[] memory all = everybody();
        for (uint256 i; i < all.length; ++i) {
            withdraw(all[i]);
        }
    }

    // ------------------------------------------------------------------ inside

    function goAway(address account) private {
        IStorageMarket.ProviderRecord memory p = market.provider(account);
        if (p.stage == IMarketErrors.Stage.Left) return;
        if (p.stage != IMarketErrors.Stage.Active) {
            // The last end of an ejected provider is its ejection.
            if (p.unsettled > 0 || current < p.stageRound.number() + UNBONDING + MAX_TERM) return;
        }
        vm.prank(account);
        market.exit();
    }

    function withdraw(address account) private {
        if (vault.balanceOf(account) == 0) return;
        vm.prank(account);
        vault.withdraw(account);
    }

    function follow(address account, uint256 behind) private {
        for (; behind > 64; behind -= 64) {
            market.catchUp(account, 64);
        }
    }

    function treeOf(uint256 number) private pure returns (Trees.Allocation[] memory) {
        return number == 0 ? nothing() : Trees.random(number);
    }
}
