// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId } from "../../src/Round.sol";
import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { States } from "./States.sol";
import { Trees } from "./Trees.sol";
import { vm } from "./Vm.sol";

/// @title One allocation with data under the committed root, and what a dispute about it costs
/// @dev A dispute takes a fifth of the stake: a fifth of that is the bounty, half is burned. `a` runs in rounds 2 … 41.
abstract contract VerdictTest is States {
    uint256 internal constant STAKE = 2 * MIN_STAKE;
    uint256 internal constant SLASHED = STAKE / 5;
    uint256 internal constant BOUNTY = SLASHED / 5;
    uint256 internal constant BURNED = SLASHED / 2;
    uint256 internal constant SHARED = SLASHED - BOUNTY - BURNED;
    address internal constant NOBODY = address(0xdEaD);

    AllocationId internal a;
    IMarketRecords.AllocationState internal state;
    Trees.Allocation[] internal committed;

    function setUp() public virtual override {
        super.setUp();
        a = open(client, 10, 40);
        state = stateOf(stored(a, 1), 2);
        committed.push(stored(a, 1));
        prove(nothing(), committed);
    }

    function stake() internal view returns (uint256) {
        return lockOf(2, owner);
    }

    function emptiesTheVault() internal {
        if (vault.balanceOf(NOBODY) > 0) vault.sendBurned();
        address[3] memory all = [owner, client, other];
        for (uint256 i; i < 3; ++i) {
            if (vault.balanceOf(all[i]) == 0) continue;
            vm.prank(all[i]);
            vault.withdraw(all[i]);
        }
        vm.assertEq(token.balanceOf(address(vault)), 0, "left in the vault");
    }
}
