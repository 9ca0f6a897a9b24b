// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../../src/Round.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./MarketTest.sol";
import { vm } from "./Vm.sol";

/// @title A client's changes to its allocation, each by an offer of its own
abstract contract TermsTest is MarketTest {
    function extend(address account, AllocationId id_, uint256 end) internal {
        extendFrom(account, id_, anOffer(), end);
    }

    function extendFrom(address account, AllocationId id_, IMarketRecords.Offer memory offer, uint256 end) internal {
        bytes memory signature_ = signed(offer, NODE_KEY);
        vm.prank(account);
        market.extend(id_, offer, signature_, r(end));
    }

    function grow(address account, AllocationId id_, uint256 units) internal {
        growFrom(account, id_, anOffer(), units);
    }

    function growFrom(address account, AllocationId id_, IMarketRecords.Offer memory offer, uint256 units) internal {
        bytes memory signature_ = signed(offer, NODE_KEY);
        vm.prank(account);
        market.grow(id_, offer, signature_, uint32(units));
    }

    function close(address account, AllocationId id_) internal {
        bytes memory consent = signedClose(id_, type(uint64).max, NODE_KEY);
        vm.prank(account);
        market.close(id_, type(uint64).max, consent);
    }

    // ------------------------------------------------------------------ refusals

    function extendCall(AllocationId a, IMarketRecords.Offer memory offer, uint256 end)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(market.extend, (a, offer, signed(offer, NODE_KEY), r(end)));
    }

    function growCall(AllocationId a, IMarketRecords.Offer memory offer, uint256 units)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(market.grow, (a, offer, signed(offer, NODE_KEY), uint32(units)));
    }

    function refusesExtension(AllocationId a, IMarketRecords.Offer memory offer, uint256 end, bytes memory error_)
        internal
    {
        refuses(client, address(market), extendCall(a, offer, end), error_);
    }

    function refusesGrowth(AllocationId a, IMarketRecords.Offer memory offer, uint256 units, bytes memory error_)
        internal
    {
        refuses(client, address(market), growCall(a, offer, units), error_);
    }

    /// @dev What refuses both alike.
    function refusesBoth(AllocationId a, IMarketRecords.Offer memory offer, bytes memory error_) internal {
        refusesExtension(a, offer, 14, error_);
        refusesGrowth(a, offer, 1, error_);
    }
}
