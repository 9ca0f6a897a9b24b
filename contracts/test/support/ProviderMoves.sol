// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { IMarketErrors } from "../../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { ModelStates } from "./ModelStates.sol";
import { Trees } from "./Trees.sol";
import { vm } from "./Vm.sol";

/// @title What providers do, and what is done to them: from the registration to the exit
abstract contract ProviderMoves is ModelStates {
    function registerOne(uint256 stake) external move {
        uint256 running;
        for (uint256 i; i < owners.length; ++i) {
            if (refusalToRun(owners[i]).length == 0 && stakeOf[owners[i]] >= rules.minStake) ++running;
        }
        if (running >= MOST_RUNNING || owners.length == MOST_PROVIDERS) {
            address account = anOwner(stake);
            bytes memory known = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadyRegistered.selector, account);
            bytes memory call_ = abi.encodeCall(market.register, (account, hex"01", rules.minStake));
            refuses(account, address(market), call_, paused ? enforcedPause() : known);
        } else if (paused) {
            bytes memory call_ = abi.encodeCall(market.register, (KEEPER, hex"01", rules.minStake));
            refuses(KEEPER, address(market), call_, enforcedPause());
        } else {
            registerNext(rules.minStake + stake % 1e21);
        }
    }

    function addStakeOne(uint256 whose, uint256 amount) external move {
        address account = anOwner(whose);
        amount = 1 + amount % 5e21;
        bytes memory call_ = abi.encodeCall(market.addStake, (amount));
        bytes memory refusal = paused ? enforcedPause() : refusalOfStage(account, IMarketErrors.Stage.Active);
        if (refusal.length > 0) return refuses(account, address(market), call_, refusal);
        callsAs(account, call_);
        stakeOf[account] += amount;
    }

    function updateNodeOne(uint256 whose, uint256 luck) external move {
        address account = anOwner(whose);
        // Now and then back to a key that it had before.
        uint256 key = luck % 4 == 0 ? nodeKeys[account][0] : uint256(keccak256(abi.encode(account, moves))) >> 8;
        bytes memory call_ = abi.encodeCall(market.updateNode, (vm.addr(key), hex"02"));
        bytes memory refusal = refusalToRun(account);
        if (refusal.length > 0) return refuses(account, address(market), call_, refusal);
        uint256 old = nodeKeyOf(account);
        callsAs(account, call_);
        if (old != key) retiredIn[account][old] = current;
        nodeKeys[account].push(key);
        vm.assertEq(market.providerOf(vm.addr(key)), account, "the new key");
    }

    function setPayoutOne(uint256 whose, uint256 to) external move {
        address account = anOwner(whose);
        address payout = to % 4 == 3 ? address(0) : payoutOf_(to % 4);
        bytes memory call_ = abi.encodeCall(market.setPayout, (payout));
        bytes memory refusal = refusalToRun(account);
        if (refusal.length > 0) return refuses(account, address(market), call_, refusal);
        callsAs(account, call_);
        payoutOf[account] = payout == address(0) ? account : payout;
    }

    function cancelOffersOne(uint256 whose, bool byOwner) external move {
        address account = anOwner(whose);
        bool left = stageOf(account) == IMarketErrors.Stage.Left;
        uint256 nonce = nextNonce++;
        callsAs(byOwner || left ? account : vm.addr(nodeKeyOf(account)), abi.encodeCall(market.cancelOffers, (nonce)));
        vm.assertEq(market.provider(account).minOfferNonce, nonce, "lowest nonce");
    }

    function proveOne(uint256 whose, uint256 luck) external move {
        proveFor(anOwner(whose), luck);
    }

    /// @dev As it should be: everybody proves, but for each fourth, who is lazy.
    function proveAll(uint256 luck) external move {
        for (uint256 i; i < owners.length; ++i) {
            if (i % 4 < 3) proveFor(owners[i], luck);
        }
    }

    function collectOne(uint256 whose) external move {
        collect(anOwner(whose));
    }

    function penalizeOne(uint256 whose) external move {
        address account = anOwner(whose);
        // Mostly somebody who deserves it, if there is one.
        for (uint256 i; i < owners.length && whose % 4 > 0; ++i) {
            IMarketRecords.ProviderRecord memory q = market.provider(owners[i]);
            if (q.misses > q.stepsTaken + 2 && refusalToRun(owners[i]).length == 0) account = owners[i];
        }
        follow(account);
        IMarketRecords.ProviderRecord memory p = market.provider(account);
        bytes memory call_ = abi.encodeCall(market.penalize, (account));
        bytes memory refusal = refusalToRun(account);
        uint256 due = p.misses > 2 ? p.misses - 2 : 0;
        if (refusal.length == 0 && (due <= p.stepsTaken || p.liveRate == 0)) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_NothingToPenalize.selector, account, p.misses);
        }
        if (refusal.length > 0) return refuses(KEEPER, address(market), call_, refusal);
        uint256 left = p.stake;
        for (uint256 i = p.stepsTaken; i < due; ++i) {
            left -= (left * rules.slashBasisPoints + 9999) / 10_000;
        }
        uint256[3] memory before = [vault.balanceOf(KEEPER), vault.balanceOf(BURNED), p.compensation];
        callsAs(KEEPER, call_);
        uint256 slashed = p.stake - left;
        stakeOf[account] = left;
        vm.assertEq(vault.balanceOf(KEEPER) - before[0], slashed / 5, "bounty");
        vm.assertEq(vault.balanceOf(BURNED) - before[1], slashed / 2, "burned");
        p = market.provider(account);
        vm.assertEq(p.compensation - before[2], slashed - slashed / 5 - slashed / 2, "compensation");
        bool ejected = p.misses == 7;
        vm.assertTrue((p.stage == IMarketErrors.Stage.Ejected) == ejected, "ejected at seven");
        if (ejected) horizon[account] = current;
    }

    function catchUpOne(uint256 whose, uint32 rounds) external move {
        address account = anOwner(whose);
        uint256 behind = market.provider(account).behind;
        uint256 walked = Math.min(Math.min(rounds % 100, 64), behind);
        vm.assertEq(market.catchUp(account, rounds % 100), behind - walked, "rounds left");
    }

    function exitOne(uint256 whose, uint256 luck) external move {
        // Seldom, or nobody stays.
        if (luck % 10 == 0) goAway(anOwner(whose));
    }

    // ------------------------------------------------------------------ inside

    /// @dev Proves what was committed before, and commits what is live in the next round; the third provider sometimes leaves
    /// something out.
    function proveFor(address account, uint256 luck) internal {
        follow(account);
        bytes memory refusal = refusalToRun(account);
        if (refusal.length == 0 && provedNow(account)) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_AlreadyProved.selector, current);
        }
        address prover = luck % 2 == 0 || refusal.length > 0 ? account : vm.addr(nodeKeyOf(account));
        if (refusal.length > 0) {
            refuses(prover, address(market), abi.encodeCall(market.prove, (r(current), 0, 0, "")), refusal);
            return;
        }
        bytes memory proof = Trees.proof(treeOf(stored[account]), market.challengeSeed(account, r(current)), CHALLENGES);
        commit(account, owners[2] == account && luck % 5 == 0);
        Trees.Node memory node = Trees.root(treeOf(stored[account]));
        trees[node.hash] = stored[account];
        uint256 before = market.provider(account).earned;
        (uint256 rate,) = liveAt(account, current);
        callsAs(prover, abi.encodeCall(market.prove, (r(current), node.hash, uint48(node.leaves), proof)));
        vm.assertEq(market.provider(account).earned - before, rate, "earns what is live");
        lastProof[account] = current;
        uint256[] storage ids = allocationsAt[account];
        for (uint256 i; i < ids.length; ++i) {
            models[ids[i]].charged += unitsAt(models[ids[i]], current) * models[ids[i]].price;
        }
    }

    function commit(address account, bool dishonest) internal {
        Tree storage next = stored[account];
        delete stored[account];
        uint256[] storage ids = allocationsAt[account];
        for (uint256 i; i < ids.length; ++i) {
            Model storage m = models[ids[i]];
            uint64 seq = uint64(m.states.length);
            if (unitsAt(m, current + 1) == 0 || seq == 0 || fragments(ids[i], seq).length == 0) continue;
            if (dishonest && uint256(keccak256(abi.encode(ids[i], current))) % 2 == 0) continue;
            next.ids.push(ids[i]);
            next.seqs.push(seq);
        }
    }

    function collect(address account) internal {
        uint256 earned = market.provider(account).earned;
        uint256 before = vault.balanceOf(payoutOf[account]);
        vm.assertEq(market.collect(account), earned, "all of it");
        vm.assertEq(vault.balanceOf(payoutOf[account]) - before, earned, "to the payout address");
        collected[account] += earned;
    }

    function goAway(address account) internal {
        IMarketRecords.ProviderRecord memory p = market.provider(account);
        bytes memory call_ = abi.encodeCall(market.exit, ());
        bytes memory refusal;
        uint256 until = Math.max(p.stageRound.number(), horizon[account]) + rules.unbondingRounds;
        if (p.stage == IMarketErrors.Stage.Left) {
            refusal = refusalToRun(account);
        } else if (p.stage != IMarketErrors.Stage.Active) {
            if (p.unsettled > 0) {
                refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_AllocationsLeft.selector, p.unsettled);
            } else if (p.openDisputes > 0) {
                refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_DisputesLeft.selector, p.openDisputes);
            } else if (current < until) {
                refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_StillBonded.selector, until, current);
            }
        }
        if (refusal.length > 0) return refuses(account, address(market), call_, refusal);
        uint256 before = vault.balanceOf(account);
        callsAs(account, call_);
        if (p.stage == IMarketErrors.Stage.Active) return;
        collected[account] += p.earned;
        stakeOf[account] = 0;
        uint256 paid = p.stake + p.compensation + (payoutOf[account] == account ? p.earned : 0);
        vm.assertEq(vault.balanceOf(account) - before, paid, "stake, what rounding left, and earnings");
    }
}
