// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Pausable } from "@openzeppelin/contracts/utils/Pausable.sol";
import { DisputeId } from "../../src/Round.sol";
import { IMarketErrors } from "../../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./MarketTest.sol";
import { vm } from "./Vm.sol";

/// @title A plain model of the market, and what its rules refuse
/// @dev It knows no schedule, no bitmap and no shares: each allocation is a list of what it had from which round on, each proof walks
/// over all of them, and each miss is counted round by round.
abstract contract MarketModel is MarketTest {
    /// @dev `units` of an allocation from a round on.
    struct Step {
        uint256 from;
        uint256 units;
    }

    /// @dev `states` are the rounds from which the signed states 1, 2, … are due.
    struct Model {
        address client;
        address provider;
        uint256 price;
        uint256 end;
        uint256 charged;
        bool settled;
        Step[] steps;
        uint64[] states;
    }

    /// @dev What a provider has committed: the state of each allocation in it.
    struct Tree {
        uint256[] ids;
        uint64[] seqs;
    }

    uint256 internal constant CLIENTS = 3;
    /// @dev At most so many at a time, and so many in all.
    uint256 internal constant MOST_RUNNING = 5;
    uint256 internal constant MOST_PROVIDERS = 40;
    uint256 internal constant CLIENT_KEYS = 0x8000;
    uint256 internal constant OWNER_KEYS = 0x9000;
    address internal constant BURNED = address(0xdEaD);
    address internal constant KEEPER = address(0xCEE9E7);
    IMarketRecords.Parameters internal rules;
    bool internal paused;
    uint256 public current = 1;
    uint256 public moves;
    address[] public owners;
    /// @dev Private keys of the present and of all earlier node keys.
    mapping(address owner => uint256[]) internal nodeKeys;
    mapping(address owner => mapping(uint256 key => uint256 round)) internal retiredIn;
    mapping(address owner => address) internal payoutOf;
    mapping(address owner => Tree) internal stored;
    mapping(address owner => uint256) internal lastProof;
    mapping(address owner => uint256) internal horizon;
    mapping(address owner => uint256) public collected;
    mapping(address owner => uint256) public stakeOf;
    mapping(address owner => uint256[]) internal allocationsAt;
    mapping(address owner => uint256) internal finedUntil;
    uint256 internal beaconSince;
    address[] internal everybody_;
    Model[] internal models;
    mapping(bytes32 root => Tree) internal trees;
    uint256[] internal disputeIds;

    modifier move() {
        sync();
        ++moves;
        _;
    }

    /// @dev The clock does not outlive a call. The ninth block of a round: the seeds of all three beacons are known there.
    function sync() public {
        goTo(current);
        vm.roll(genesis + current * ROUND_BLOCKS + 8);
        vm.warp(1_800_000_000);
    }

    // ------------------------------------------------------------------ to compare with

    function liveAt(address account, uint256 round_) public view returns (uint256 rate, uint256 units) {
        if (stageOf(account) > IMarketErrors.Stage.Exiting) return (0, 0);
        uint256[] storage ids = allocationsAt[account];
        for (uint256 i; i < ids.length; ++i) {
            uint256 live = unitsAt(models[ids[i]], round_);
            units += live;
            rate += live * models[ids[i]].price;
        }
    }

    /// @dev Of a provider: what its clients have paid for rounds, and what of their deposits is neither paid nor given back.
    function accounts(address account) external view returns (uint256 charges, uint256 escrow, uint256 unsettled) {
        uint256[] storage ids = allocationsAt[account];
        for (uint256 i; i < ids.length; ++i) {
            Model storage m = models[ids[i]];
            charges += m.charged;
            if (m.settled) continue;
            escrow += depositOf(ids[i]) - m.charged;
            ++unsettled;
        }
    }

    /// @dev Open bonds of a provider, and how many.
    function bonds(address account) external view returns (uint256 sum, uint256 count) {
        for (uint256 i; i < disputeIds.length; ++i) {
            IMarketRecords.DisputeRecord memory d = market.dispute(DisputeId.wrap(uint48(disputeIds[i])));
            if (d.provider != account) continue;
            sum += d.bond;
            ++count;
        }
    }

    /// @dev Rounds missed in a row, counted one by one. Not known where the beacon was changed on the way.
    function missesOf(address account) external view returns (bool known, uint256 misses) {
        uint256 last = lastProof[account];
        if (beaconSince > 0 && last <= beaconSince) return (false, 0);
        for (uint256 round_ = last + 1; round_ < current && misses < 7; ++round_) {
            (, uint256 units) = liveAt(account, round_);
            if (units > 0 && !market.isVoid(r(round_))) ++misses;
        }
        return (true, misses);
    }

    /// @dev From the market alone, bit by bit: what an allocation was charged is what its provider has proved of it.
    function chargedByBits(uint256 a) external view returns (uint256 charge, uint256 expected) {
        Model storage m = models[a];
        expected = m.charged;
        uint256 first = m.steps[0].from;
        if (m.end <= first) return (0, expected);
        uint256[] memory words = market.provedRounds(m.provider, r(first), r(m.end));
        for (uint256 round_ = first; round_ < m.end; ++round_) {
            if (words[(round_ >> 8) - (first >> 8)] >> (round_ & 255) & 1 == 1) charge += unitsAt(m, round_) * m.price;
        }
    }

    function allocationCount() external view returns (uint256) {
        return models.length - 1;
    }

    function depositOf(uint256 a) public view returns (uint256 deposit) {
        Model storage m = models[a];
        for (uint256 i; i < m.steps.length; ++i) {
            uint256 to = i + 1 < m.steps.length ? m.steps[i + 1].from : m.end;
            deposit += m.steps[i].units * m.price * (to - m.steps[i].from);
        }
    }

    function unitsAt(Model storage m, uint256 round_) internal view returns (uint256 units) {
        if (round_ >= m.end) return 0;
        for (uint256 i; i < m.steps.length && m.steps[i].from <= round_; ++i) {
            units = m.steps[i].units;
        }
    }

    function model(address buyer, address account, uint256 price, uint256 units, uint256 end_) internal {
        uint256 a = models.length;
        Model storage m = models.push();
        (m.client, m.provider, m.price, m.end) = (buyer, account, price, end_);
        m.steps.push(Step(current + 1, units));
        // Most clients put something there at once.
        if (units % 4 > 0) m.states.push(firstDue(account));
        allocationsAt[account].push(a);
        horizon[account] = Math.max(horizon[account], end_);
    }

    /// @dev The first round whose root is not committed yet.
    function firstDue(address account) internal view returns (uint64) {
        return uint64(current + (provedNow(account) ? 2 : 1));
    }

    // ------------------------------------------------------------------ what the rules refuse

    function enforcedPause() internal pure returns (bytes memory) {
        return abi.encodeWithSelector(Pausable.EnforcedPause.selector);
    }

    function refusalOfStage(address account, IMarketErrors.Stage wanted) internal view returns (bytes memory) {
        IMarketErrors.Stage stage = stageOf(account);
        if (stage == wanted) return "";
        return abi.encodeWithSelector(IMarketErrors.StorageMarket_WrongStage.selector, account, stage);
    }

    function refusalToRun(address account) internal view returns (bytes memory) {
        if (stageOf(account) == IMarketErrors.Stage.Exiting) return "";
        return refusalOfStage(account, IMarketErrors.Stage.Active);
    }

    function refusalToTakeOn(address account, uint256 units) internal view returns (bytes memory refusal) {
        if (paused) return enforcedPause();
        refusal = refusalOfStage(account, IMarketErrors.Stage.Active);
        if (refusal.length > 0) return refusal;
        (, uint256 next) = liveAt(account, current + 1);
        uint256 needed = Math.max((next + units) * rules.unitStake, rules.minStake);
        if (stakeOf[account] < needed) {
            return abi.encodeWithSelector(IMarketErrors.StorageMarket_StakeTooSmall.selector, stakeOf[account], needed);
        }
    }

    function refusalToChange(uint256 a) internal view returns (bytes memory refusal) {
        refusal = refusalToRun(models[a].provider);
        if (refusal.length == 0 && models[a].end <= current + 1) {
            return abi.encodeWithSelector(IMarketErrors.StorageMarket_Ended.selector, models[a].end, current);
        }
    }

    // ------------------------------------------------------------------ inside

    function callsAs(address account, bytes memory call_) internal {
        vm.prank(account);
        (bool ok, bytes memory error_) = address(market).call(call_);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(error_, 32), mload(error_))
            }
        }
    }

    function clientOf(uint256 who) internal pure returns (address) {
        return vm.addr(CLIENT_KEYS + who % CLIENTS);
    }

    function payoutOf_(uint256 which) internal pure returns (address) {
        return vm.addr(0x7000 + which);
    }

    /// @dev Mostly one of the last that have registered: the others have left by and by.
    function anOwner(uint256 whose) internal view returns (address) {
        uint256 count = owners.length;
        return owners[whose % 8 == 0 ? (whose >> 8) % count : count - 1 - (whose >> 8) % Math.min(count, MOST_RUNNING)];
    }

    /// @dev Mostly one that still runs, if there is any among the latest.
    function anAllocation(uint256 which) internal view returns (uint256 a, bool found) {
        uint256 count = models.length - 1;
        if (count == 0) return (0, false);
        a = 1 + (which >> 8) % count;
        if (which % 8 == 0) return (a, true);
        for (uint256 i; i < count && i < 12; ++i) {
            uint256 b = count - ((which >> 8) + i) % Math.min(count, 12);
            if (models[b].end > current + 1 && refusalToRun(models[b].provider).length == 0) return (b, true);
        }
        return (a, true);
    }

    function stageOf(address account) internal view returns (IMarketErrors.Stage) {
        return market.provider(account).stage;
    }

    function nodeKeyOf(address account) internal view returns (uint256) {
        return nodeKeys[account][nodeKeys[account].length - 1];
    }

    function registerNext(uint256 stake) internal {
        uint256 index = owners.length;
        address account = vm.addr(OWNER_KEYS + index);
        fund(account);
        uint256 key = 0xA000 + index;
        callsAs(account, abi.encodeCall(market.register, (vm.addr(key), hex"0024080112", stake)));
        owners.push(account);
        everybody_.push(account);
        nodeKeys[account].push(key);
        payoutOf[account] = account;
        stakeOf[account] = stake;
    }

    /// @dev Catches up until nothing stands in the way of another call.
    function follow(address account) internal {
        while (market.provider(account).behind > 64) market.catchUp(account, 64);
    }

    function provedNow(address account) internal view returns (bool) {
        return market.provedRounds(account, r(current), r(current + 1))[0] != 0;
    }
}
