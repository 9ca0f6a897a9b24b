// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { AllocationId } from "../../src/Round.sol";
import { IMarketErrors } from "../../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { MarketModel } from "./MarketModel.sol";
import { Permits } from "./Permits.sol";
import { vm } from "./Vm.sol";

/// @title What clients do: buy, change, end and settle
abstract contract ClientMoves is MarketModel {
    function openOne(uint256 who, uint256 whose, uint256 units, uint256 rounds, uint256 price) external move {
        address account = anOwner(whose);
        follow(account);
        IMarketRecords.Offer memory offer = offerOf(account, 1 + price % 1e12);
        units = 1 + units % 100;
        uint256 end = current + 2 + rounds % 40;
        bytes memory call_ = openCall(offer, units, end);
        address buyer = clientOf(who);
        bytes memory refusal = refusalToTakeOn(account, units);
        if (refusal.length > 0) return refuses(buyer, address(market), call_, refusal);
        uint256 before = token.balanceOf(buyer);
        callsAs(buyer, call_);
        model(buyer, account, offer.pricePerUnitRound, units, end);
        vm.assertEq(before - token.balanceOf(buyer), depositOf(models.length - 1), "paid for the opening");
    }

    /// @dev From each provider that can take something on, with a permit in place of an approval.
    function openManyWithPermit(uint256 who, uint256 units, uint256 rounds) external move {
        if (paused) return;
        units = 1 + units % 20;
        uint256 end = current + 2 + rounds % 40;
        uint256 count;
        for (uint256 i; i < owners.length; ++i) {
            follow(owners[i]);
            if (refusalToTakeOn(owners[i], units).length == 0) ++count;
        }
        if (count == 0) return;
        IMarketRecords.Offer[] memory offers = new IMarketRecords.Offer[](count);
        bytes[] memory signatures = new bytes[](count);
        for (uint256 i; i < owners.length; ++i) {
            if (refusalToTakeOn(owners[i], units).length > 0) continue;
            offers[--count] = offerOf(owners[i], PRICE + i);
            signatures[count] = signed(offers[count], nodeKeyOf(owners[i]));
        }
        address buyer = clientOf(who);
        vm.prank(buyer);
        token.approve(address(vault), 0);
        uint256 sum;
        for (uint256 i; i < offers.length; ++i) {
            sum += units * offers[i].pricePerUnitRound * (end - current - 1);
        }
        IMarketRecords.Permit memory permit = Permits.make(token, address(vault), CLIENT_KEYS + who % CLIENTS, sum);
        callsAs(
            buyer, abi.encodeCall(market.openAllocationsWithPermit, (offers, signatures, uint32(units), r(end), permit))
        );
        for (uint256 i; i < offers.length; ++i) {
            model(buyer, offers[i].provider, offers[i].pricePerUnitRound, units, end);
        }
        vm.prank(buyer);
        token.approve(address(vault), type(uint256).max);
    }

    function extendOne(uint256 which, uint256 rounds) external move {
        (uint256 a, bool found) = anAllocation(which);
        if (!found) return;
        Model storage m = models[a];
        follow(m.provider);
        IMarketRecords.Offer memory offer = offerOf(m.provider, m.price);
        uint256 end = m.end + 1 + rounds % 12;
        bytes memory signature_ = signed(offer, nodeKeyOf(m.provider));
        bytes memory call_ = abi.encodeCall(market.extend, (id(a), offer, signature_, r(end)));
        bytes memory refusal = paused ? enforcedPause() : refusalToChange(a);
        if (refusal.length == 0) refusal = refusalOfStage(m.provider, IMarketErrors.Stage.Active);
        if (refusal.length > 0) return refuses(m.client, address(market), call_, refusal);
        uint256 before = token.balanceOf(m.client);
        callsAs(m.client, call_);
        vm.assertEq(
            before - token.balanceOf(m.client), unitsAt(m, m.end - 1) * m.price * (end - m.end), "paid to extend"
        );
        m.end = end;
        horizon[m.provider] = Math.max(horizon[m.provider], end);
    }

    function growOne(uint256 which, uint256 units) external move {
        (uint256 a, bool found) = anAllocation(which);
        if (!found) return;
        Model storage m = models[a];
        follow(m.provider);
        IMarketRecords.Offer memory offer = offerOf(m.provider, m.price);
        units = 1 + units % 50;
        bytes memory signature_ = signed(offer, nodeKeyOf(m.provider));
        bytes memory call_ = abi.encodeCall(market.grow, (id(a), offer, signature_, uint32(units)));
        bytes memory refusal = paused ? enforcedPause() : refusalToChange(a);
        if (refusal.length == 0) refusal = refusalOfStage(m.provider, IMarketErrors.Stage.Active);
        if (refusal.length == 0 && m.steps.length == 17) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_TooManyGrowths.selector, 16);
        }
        if (refusal.length == 0) refusal = refusalToTakeOn(m.provider, units);
        if (refusal.length > 0) return refuses(m.client, address(market), call_, refusal);
        uint256 before = token.balanceOf(m.client);
        callsAs(m.client, call_);
        vm.assertEq(before - token.balanceOf(m.client), units * m.price * (m.end - current - 1), "paid to grow");
        m.steps.push(Step(current + 1, m.steps[m.steps.length - 1].units + units));
    }

    function closeOne(uint256 which) external move {
        (uint256 a, bool found) = anAllocation(which);
        if (!found) return;
        Model storage m = models[a];
        follow(m.provider);
        uint64 validUntil = uint64(block.timestamp);
        bytes memory consent = signedClose(id(a), validUntil, nodeKeyOf(m.provider));
        endAt(a, current + 1, abi.encodeCall(market.close, (id(a), validUntil, consent)), refusalToChange(a));
    }

    function giveNoticeOne(uint256 which) external move {
        (uint256 a, bool found) = anAllocation(which);
        if (!found) return;
        Model storage m = models[a];
        follow(m.provider);
        uint256 last = current + 1 + rules.noticeRounds;
        bytes memory refusal = refusalToChange(a);
        if (refusal.length == 0 && m.end <= last) {
            refusal = abi.encodeWithSelector(IMarketErrors.StorageMarket_EndsAnyway.selector, m.end, last);
        }
        endAt(a, last, abi.encodeCall(market.giveNotice, (id(a))), refusal);
    }

    function endAt(uint256 a, uint256 round_, bytes memory call_, bytes memory refusal) internal {
        Model storage m = models[a];
        if (refusal.length > 0) return refuses(m.client, address(market), call_, refusal);
        uint256 before = vault.balanceOf(m.client);
        uint256 refund = unitsAt(m, m.end - 1) * m.price * (m.end - round_);
        callsAs(m.client, call_);
        vm.assertEq(vault.balanceOf(m.client) - before, refund, "the price of the rounds it loses");
        m.end = round_;
    }

    function settleSome(uint256 which) external move {
        uint256 count = models.length - 1;
        if (count == 0) return;
        uint256 a = 1 + which % count;
        if (!models[a].settled && !isOver(a)) {
            bytes memory runs =
                abi.encodeWithSelector(IMarketErrors.StorageMarket_NotEnded.selector, models[a].end, current);
            refuses(KEEPER, address(market), abi.encodeCall(market.settle, (one(id(a)))), runs);
            return;
        }
        // With all the others nearby that can be.
        AllocationId[] memory ids = new AllocationId[](8);
        for (uint256 i; i < 8; ++i) {
            uint256 b = 1 + (a + i) % count;
            ids[i] = id(models[b].settled || isOver(b) ? b : a);
        }
        settleAll(ids);
    }

    function settleAll(AllocationId[] memory ids) internal {
        uint256[CLIENTS] memory due;
        for (uint256 i; i < CLIENTS; ++i) {
            due[i] = vault.balanceOf(clientOf(i));
        }
        for (uint256 i; i < ids.length; ++i) {
            uint256 a = AllocationId.unwrap(ids[i]);
            Model storage m = models[a];
            if (m.settled) continue;
            uint256 index;
            while (clientOf(index) != m.client) ++index;
            due[index] += depositOf(a) - m.charged + market.accountOf(id(a)).compensation;
            m.settled = true;
        }
        market.settle(ids);
        for (uint256 i; i < owners.length; ++i) {
            // With nothing left to settle nothing can end later than now, whatever it was bought for.
            if (market.provider(owners[i]).unsettled > 0) continue;
            horizon[owners[i]] = Math.min(horizon[owners[i]], current);
        }
        for (uint256 i; i < CLIENTS; ++i) {
            vm.assertEq(vault.balanceOf(clientOf(i)), due[i], "refunds and compensation");
        }
    }

    function isOver(uint256 a) internal view returns (bool) {
        return models[a].end <= current || stageOf(models[a].provider) == IMarketErrors.Stage.Ejected;
    }

    function offerOf(address account, uint256 price) internal returns (IMarketRecords.Offer memory offer) {
        offer = anOffer();
        offer.provider = account;
        offer.pricePerUnitRound = uint128(price);
    }

    function openCall(IMarketRecords.Offer memory offer, uint256 units, uint256 end_)
        internal
        view
        returns (bytes memory)
    {
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        signatures[0] = signed(offer, nodeKeyOf(offer.provider));
        return abi.encodeCall(market.openAllocations, (offers, signatures, uint32(units), r(end_)));
    }
}
