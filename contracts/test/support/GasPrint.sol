// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { IMarketRecords } from "../../src/interfaces/IMarketRecords.sol";
import { MarketTest } from "./MarketTest.sol";
import { vm } from "./Vm.sol";

/// @title What a call has cost as a transaction of its own, printed and bounded
/// @dev `forge test --match-test gas -vv` prints a line `  name: gas` for each; scripts/gas.ts compares them with
/// gas-snapshot.json. A name ends in the facts that matter: `K=5 fragments=1000000 allocations=1`. foundry.toml's `isolate` makes
/// every call a transaction with cold storage. The bounds are some 3 % above what was measured.
abstract contract GasPrint is MarketTest {
    event log_named_uint(string name, uint256 value);

    uint256 internal constant BATCH = 20;
    /// @dev Rounds proved for one line: their positions differ, and with them the bytes by a few hundred.
    uint256 internal constant ROUNDS = 8;
    uint256 internal constant UNIT_LEAVES = 4096;

    /// @dev Prints what the last call has used, at most `bound`.
    function print(string memory name, uint256 bound) internal {
        print(name, vm.lastCallGas().gasTotalUsed, bound);
    }

    /// @dev The same, for one of twenty.
    function printShare(string memory name, uint256 bound) internal {
        print(string.concat(name, ", each"), vm.lastCallGas().gasTotalUsed / BATCH, bound);
    }

    function print(string memory name, uint256 used, uint256 bound) internal {
        emit log_named_uint(name, used);
        vm.assertLe(used, bound, name);
    }

    /// @dev A market with `challenges` samples and a provider with as many allocations as the tree has.
    function marketOf(uint256 challenges, uint256 allocations, uint256 units) internal {
        IMarketRecords.Parameters memory p = settings();
        p.challenges = uint32(challenges);
        goTo(round() + 1);
        market = deployMarket(p);
        vault = market.vault();
        genesis = vm.getBlockNumber();
        fund(owner);
        fund(client);
        registerProvider(owner, nodeKey, 2 * MIN_STAKE);
        goTo(1);
        IMarketRecords.Offer memory offer = anOffer();
        bytes memory signature_ = signed(offer, NODE_KEY);
        for (uint256 left = allocations; left > 0;) {
            uint256 count = left > 250 ? 250 : left;
            IMarketRecords.Offer[] memory offers = new IMarketRecords.Offer[](count);
            bytes[] memory signatures = new bytes[](count);
            for (uint256 i; i < count; ++i) {
                (offers[i], signatures[i]) = (offer, signature_);
            }
            vm.prank(client);
            market.openAllocations(offers, signatures, uint32(units), r(3 + ROUNDS));
            left -= count;
        }
    }

    function factsOf(uint256 allocations, uint256 units) internal pure returns (string memory) {
        return string.concat(" fragments=", vm.toString(allocations * units), " allocations=", vm.toString(allocations));
    }
}
