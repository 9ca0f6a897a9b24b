// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AccessManager } from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { IStorageMarket } from "../../src/interfaces/IStorageMarket.sol";
import { States } from "./States.sol";
import { vm } from "./Vm.sol";

/// @title A market under an AccessManager: one account sets parameters after a day, another pauses at once
abstract contract GovernedMarket is States {
    uint32 internal constant DELAY = 1 days;
    uint64 private constant GOVERNOR_ROLE = 1;
    uint64 private constant GUARDIAN_ROLE = 2;

    address internal immutable governor = vm.addr(0x60D);
    address internal immutable guardian = vm.addr(0x6A4D);
    AccessManager internal manager;
    uint256 private time;

    function setUp() public virtual override {
        super.setUp();
        time = block.timestamp;
        manager = new AccessManager(address(this));
        govern();
    }

    /// @dev Puts a market with the present beacon under the manager.
    function govern() internal {
        market = IStorageMarket(vm.deployCode("StorageMarket.sol", abi.encode(token, manager, extension, settings())));
        (vault, genesis) = (market.vault(), vm.getBlockNumber());
        manager.grantRole(GOVERNOR_ROLE, governor, DELAY);
        manager.grantRole(GUARDIAN_ROLE, guardian, 0);
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = market.setParameters.selector;
        manager.setTargetFunctionRole(address(market), selectors, GOVERNOR_ROLE);
        selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (market.pause.selector, market.unpause.selector);
        manager.setTargetFunctionRole(address(market), selectors, GUARDIAN_ROLE);
        address[4] memory all = [owner, client, other, nodeKey];
        for (uint256 i; i < 4; ++i) {
            fund(all[i]);
        }
        registerProvider(owner, nodeKey, 2 * MIN_STAKE);
        goTo(1);
    }

    function settingCall(IMarketRecords.Parameters memory p) internal view returns (bytes memory) {
        return abi.encodeCall(market.setParameters, (p));
    }

    function schedule(bytes memory call_) internal returns (bytes32 operation) {
        vm.prank(governor);
        (operation,) = manager.schedule(address(market), call_, 0);
    }

    /// @dev Time passes, and no blocks: the delay is one of seconds.
    function pass(uint256 seconds_) internal {
        time += seconds_;
        vm.warp(time);
    }

    function setAfterDelay(IMarketRecords.Parameters memory p) internal {
        schedule(settingCall(p));
        pass(DELAY);
        vm.prank(governor);
        market.setParameters(p);
    }
}
