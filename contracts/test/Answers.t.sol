// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ProofLib } from "../src/ProofLib.sol";
import { AllocationId, DisputeId } from "../src/Round.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { DisputeTest } from "./support/DisputeTest.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";
import { Denial, Wallet } from "./support/Wallet.sol";

/// @dev Answering disputes: by a path, by a leaf, by a later state.
contract AnswersTest is DisputeTest {
    // ------------------------------------------------------------------ answers

    function test_the_path_to_the_state_answers_and_the_bond_pays_for_it() public {
        DisputeId dispute = askInclusion(state);
        vm.prank(owner);
        market.setPayout(vm.addr(0x9A9));
        // By anyone: the money goes to the provider.
        vm.prank(client);
        market.answer(dispute, Trees.inclusion(committed, 1));
        vm.assertEq(vault.balanceOf(vm.addr(0x9A9)), BOND, "bond");
        vm.assertEq(lockOf(4, owner), 0, "lock");
        vm.assertEq(record().openDisputes, 0, "open");
        vm.assertEq(market.dispute(dispute).provider, address(0), "forgotten");
        refusesAnswer(
            dispute,
            Trees.inclusion(committed, 1),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NoDispute.selector, dispute)
        );
        passDeadline();
        refuses(
            other,
            address(market),
            abi.encodeCall(market.decide, (dispute)),
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NoDispute.selector, dispute)
        );
    }

    function test_the_leaf_answers() public {
        for (uint48 position; position < 12; ++position) {
            market.answer(askLeaf(position), Trees.proofAt(committed, Trees.only(position)));
            if (position >= 6) continue;
            market.answer(askStateLeaf(state, position), Trees.proofInAllocation(stored(a, 1), Trees.only(position)));
        }
        vm.assertEq(vault.balanceOf(owner), 18 * BOND, "bonds");
    }

    function test_other_paths_do_not_answer() public {
        DisputeId inclusion = askInclusion(state);
        refusesProof(inclusion, Trees.inclusion(committed, 0));
        refusesProof(inclusion, Trees.inclusion(both(stored(b, 2), stored(a, 1)), 1));
        refusesProof(inclusion, Trees.inclusion(alone(stored(a, 1)), 0));
        refusesProof(inclusion, bytes.concat(Trees.inclusion(committed, 1), hex"00"));
        refusesProof(inclusion, Trees.proofAt(committed, Trees.only(6)));

        DisputeId leaf = askLeaf(7);
        for (uint256 i; i < 12; ++i) {
            if (i != 7) refusesProof(leaf, Trees.proofAt(committed, Trees.only(i)));
        }
        refusesProof(leaf, Trees.proofAt(both(stored(b, 1), stored(a, 2)), Trees.only(7)));
        refusesProof(leaf, Trees.proofInAllocation(stored(a, 1), Trees.only(1)));

        DisputeId stateLeaf = askStateLeaf(state, 1);
        for (uint256 i; i < 6; ++i) {
            if (i != 1) refusesProof(stateLeaf, Trees.proofInAllocation(stored(a, 1), Trees.only(i)));
        }
        refusesProof(stateLeaf, Trees.proofInAllocation(stored(b, 1), Trees.only(1)));
        refusesProof(stateLeaf, Trees.proofInAllocation(stored(a, 2), Trees.only(1)));
        refusesProof(stateLeaf, Trees.proofAt(committed, Trees.only(7)));
        refusesProof(stateLeaf, "");

        market.answer(stateLeaf, Trees.proofInAllocation(stored(a, 1), Trees.only(1)));
        market.answer(leaf, Trees.proofAt(committed, Trees.only(7)));
        market.answer(inclusion, Trees.inclusion(committed, 1));
    }

    function test_the_last_round_to_answer_is_the_deadline() public {
        DisputeId first = askInclusion(state);
        DisputeId second = askInclusion(state);
        goTo(1 + ANSWER);
        bytes memory pending =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_AnswerPending.selector, 1 + ANSWER, 1 + ANSWER);
        refuses(other, address(market), abi.encodeCall(market.decide, (second)), pending);
        market.answer(first, Trees.inclusion(committed, 1));
        goTo(2 + ANSWER);
        bytes memory late = abi.encodeWithSelector(IMarketErrors.StorageMarket_TooLate.selector, 1 + ANSWER, 2 + ANSWER);
        refusesAnswer(second, Trees.inclusion(committed, 1), late);
        refusesLater(second, emptied(a, 2), CLIENT_KEY, late);
        market.decide(second);
    }

    function test_a_root_that_was_replaced_since_is_what_the_answer_goes_against() public {
        DisputeId inclusion = askInclusion(state);
        DisputeId leaf = askLeaf(7);
        goTo(2);
        Trees.Allocation[] memory next = both(stored(b, 2), stored(a, 2));
        prove(committed, next);
        refusesProof(inclusion, Trees.inclusion(next, 1));
        refusesProof(leaf, Trees.proofAt(next, Trees.only(7)));
        market.answer(leaf, Trees.proofAt(committed, Trees.only(7)));
        market.answer(inclusion, Trees.inclusion(committed, 1));
    }

    // ------------------------------------------------------------------ later states

    function test_a_later_state_under_the_root_answers_for_an_earlier_one() public {
        goTo(2);
        Trees.Allocation[] memory next = both(stored(b, 2), stored(a, 5));
        prove(committed, next);
        DisputeId dispute = askInclusion(state);
        IMarketRecords.AllocationState memory later = stateOf(stored(a, 5), 3);
        refusesProof(dispute, Trees.inclusion(next, 1));
        bytes memory call_ = abi.encodeCall(
            market.answerWithState, (dispute, later, signedState(later, NODE_KEY), Trees.inclusion(next, 1))
        );
        refuses(
            other,
            address(market),
            call_,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotSignedByClient.selector, client)
        );
        // A later state that is not under the root answers nothing.
        call_ = abi.encodeCall(
            market.answerWithState, (dispute, later, signedState(later, CLIENT_KEY), Trees.inclusion(committed, 1))
        );
        (bool ok,) = address(market).call(call_);
        vm.assertFalse(ok, "another root");
        (ok,) = address(market)
            .call(abi.encodeCall(market.answerWithState, (dispute, later, signedState(later, CLIENT_KEY), "")));
        vm.assertFalse(ok, "no path");
        answerWith(dispute, later, Trees.inclusion(next, 1));
        vm.assertEq(vault.balanceOf(owner), BOND, "bond");
    }

    /// @dev An old state of data that was removed since cannot be used against who removed it with the client's consent.
    function test_a_removal_that_the_client_signed_saves_the_provider() public {
        goTo(2);
        prove(committed, alone(stored(b, 1)));
        answerWith(askInclusion(state), emptied(a, 2), "");
        answerWith(askStateLeaf(state, 3), emptied(a, 2), "");
        // Of a leaf it needs no more than the signature, whatever the later state holds.
        answerWith(askStateLeaf(state, 3), stateOf(stored(a, 9), 3), "");
        vm.assertEq(vault.balanceOf(owner), 3 * BOND, "bonds");
    }

    function test_an_earlier_same_or_foreign_state_is_not_later() public {
        IMarketRecords.AllocationState memory third = stateOf(stored(a, 3), 2);
        DisputeId[2] memory open_ = [askInclusion(third), askStateLeaf(third, 0)];
        for (uint256 i; i < 2; ++i) {
            refusesLater(
                open_[i],
                emptied(a, 3),
                CLIENT_KEY,
                abi.encodeWithSelector(IMarketErrors.StorageMarket_NotLater.selector, a, 3)
            );
            refusesLater(
                open_[i],
                emptied(a, 2),
                CLIENT_KEY,
                abi.encodeWithSelector(IMarketErrors.StorageMarket_NotLater.selector, a, 2)
            );
            refusesLater(
                open_[i],
                emptied(b, 4),
                CLIENT_KEY,
                abi.encodeWithSelector(IMarketErrors.StorageMarket_NotLater.selector, b, 4)
            );
            refusesLater(
                open_[i],
                emptied(a, 4),
                THIEF_KEY,
                abi.encodeWithSelector(IMarketErrors.StorageMarket_NotSignedByClient.selector, client)
            );
            bytes memory junk = abi.encodeCall(
                market.answerWithState, (open_[i], emptied(a, 4), signedState(emptied(a, 4), CLIENT_KEY), hex"00")
            );
            refuses(
                other, address(market), junk, abi.encodeWithSelector(ProofLib.ProofLib_TrailingBytes.selector, 0, 1)
            );
            answerWith(open_[i], emptied(a, 4), "");
        }
    }

    function test_no_state_answers_for_a_leaf_of_the_root() public {
        DisputeId dispute = askLeaf(6);
        refusesLater(
            dispute,
            emptied(a, 9),
            CLIENT_KEY,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotLater.selector, a, 9)
        );
        IMarketRecords.AllocationState memory none = emptied(id(0), 9);
        refusesLater(
            dispute, none, CLIENT_KEY, abi.encodeWithSelector(IMarketErrors.StorageMarket_NotLater.selector, 0, 9)
        );
    }

    function test_a_client_that_is_a_contract_signs_states_by_erc1271() public {
        Wallet wallet = new Wallet(client);
        fund(address(wallet));
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        bytes memory result = wallet.call(
            address(market), abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(40)))
        );
        AllocationId c = abi.decode(result, (AllocationId[]))[0];
        DisputeId dispute = askStateLeaf(stateOf(stored(c, 1), 2), 0);
        refusesLater(
            dispute,
            emptied(c, 2),
            THIEF_KEY,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotSignedByClient.selector, address(wallet))
        );
        answerWith(dispute, emptied(c, 2), "");
    }

    /// @dev By EIP-7702 a client's address can get code that denies every signature. What its key has signed stays signed.
    function test_a_client_cannot_take_back_its_signature_by_delegating_to_code() public {
        DisputeId dispute = askStateLeaf(state, 0);
        vm.etch(client, address(new Denial()).code);
        refusesLater(
            dispute,
            emptied(a, 2),
            THIEF_KEY,
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotSignedByClient.selector, client)
        );
        answerWith(dispute, emptied(a, 2), "");
    }
}
