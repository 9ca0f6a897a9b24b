// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { AllocationId, DisputeId } from "../src/Round.sol";
import { StorageToken } from "../src/StorageToken.sol";
import { IMarketErrors } from "../src/interfaces/IMarketErrors.sol";
import { IMarketRecords } from "../src/interfaces/IMarketRecords.sol";
import { ITokenVault } from "../src/interfaces/ITokenVault.sol";
import { States } from "./support/States.sol";
import { Trees } from "./support/Trees.sol";
import { vm } from "./support/Vm.sol";
import { CallingBack, Wallet } from "./support/Wallet.sol";

/// @title A token that makes calls before it moves what is a holder's (as ERC-777 lets holders do)
contract TokenWithHooks is ERC20("Hooks", "HOOK") {
    mapping(address holder => address[]) private targets;
    mapping(address holder => bytes[]) private calls;
    bool private inside;
    /// @dev What the calls gave back; nothing if they went through.
    bytes[] public refusals;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function onTransfer(address holder, address target, bytes calldata data) external {
        targets[holder].push(target);
        calls[holder].push(data);
    }

    function _update(address from, address to, uint256 amount) internal override {
        // Once: what the calls move calls nobody.
        if (calls[from].length > 0 && !inside) {
            inside = true;
            for (uint256 i; i < calls[from].length; ++i) {
                (bool ok, bytes memory result) = targets[from][i].call(calls[from][i]);
                refusals.push(ok ? bytes("") : result);
            }
            inside = false;
        }
        super._update(from, to, amount);
    }
}

/// @dev Contracts that call back when they are asked for something.
contract HostileTest is States {
    AllocationId private a;
    TokenWithHooks private hooks;
    Wallet private wallet;

    function setUp() public override {
        super.setUp();
        a = open(client, 10, 30);
    }

    // ------------------------------------------------------------------ signatures

    function test_a_node_key_cannot_change_anything_while_it_is_asked_for_its_signature() public {
        CallingBack key = new CallingBack();
        vm.prank(owner);
        market.updateNode(address(key), hex"01");
        bytes[5] memory calls = [
            abi.encodeCall(market.collect, (owner)),
            abi.encodeCall(market.catchUp, (owner, 1)),
            abi.encodeCall(market.cancelOffers, (1)),
            abi.encodeCall(market.settle, (one(a))),
            abi.encodeCall(market.prove, (r(1), 0, 0, ""))
        ];
        bytes memory bad = abi.encodeWithSelector(IMarketErrors.StorageMarket_BadSignature.selector, owner);
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        bytes memory open_ = abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(9)));
        bytes memory close_ = abi.encodeCall(market.close, (a, type(uint64).max, signatures[0]));
        for (uint256 i; i < calls.length; ++i) {
            key.onceAsked(address(market), calls[i]);
            refuses(client, address(market), open_, bad);
            refuses(client, address(market), close_, bad);
        }
        key.onceAsked(address(market), abi.encodeCall(market.provider, (owner)));
        vm.prank(client);
        market.openAllocations(offers, signatures, 1, r(9));
    }

    function test_a_client_cannot_change_anything_while_it_is_asked_for_its_signature() public {
        CallingBack code = new CallingBack();
        wallet = new Wallet(client);
        fund(address(wallet));
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        bytes memory ids = wallet.call(
            address(market), abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(40)))
        );
        AllocationId c = abi.decode(ids, (AllocationId[]))[0];
        DisputeId dispute = askStateLeaf(stateOf(stored(c, 1), 2), 0);
        vm.etch(address(wallet), address(code).code);
        bytes memory call_ = abi.encodeCall(market.answerWithState, (dispute, emptied(c, 2), hex"00", ""));
        bytes memory unsigned =
            abi.encodeWithSelector(IMarketErrors.StorageMarket_NotSignedByClient.selector, address(wallet));
        CallingBack(address(wallet)).onceAsked(address(market), abi.encodeCall(market.decide, (dispute)));
        refuses(owner, address(market), call_, unsigned);
        CallingBack(address(wallet)).onceAsked(address(market), abi.encodeCall(market.collect, (owner)));
        refuses(owner, address(market), call_, unsigned);
        CallingBack(address(wallet)).onceAsked(address(market), abi.encodeCall(market.clock, ()));
        vm.prank(owner);
        market.answerWithState(dispute, emptied(c, 2), hex"00", "");
    }

    // ------------------------------------------------------------------ tokens that call

    function hookedMarket() private {
        hooks = new TokenWithHooks();
        token = StorageToken(address(hooks));
        market = deployMarket(settings());
        (vault, genesis) = (market.vault(), vm.getBlockNumber());
        wallet = new Wallet(client);
        fund(owner);
        fund(other);
        fund(address(wallet));
        registerProvider(owner, nodeKey, 2 * MIN_STAKE);
        goTo(1);
        open(other, 10, 30);
    }

    function hook(address target, bytes memory data) private {
        hooks.onTransfer(address(wallet), target, data);
    }

    /// @dev The same as a call of the wallet.
    function hookOfWallet(address target, bytes memory data) private {
        hook(address(wallet), abi.encodeCall(wallet.call, (target, data)));
    }

    /// @dev From the core and from the extension into either.
    function test_a_token_that_calls_back_enters_nothing_a_second_time() public {
        hookedMarket();
        IMarketRecords.Offer memory offer = anOffer();
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(offer);
        IMarketRecords.AllocationState memory state = stateOf(stored(id(1), 1), 2);
        IMarketRecords.Permit memory permit;
        bytes memory open_ = abi.encodeCall(market.openAllocations, (offers, signatures, uint32(1), r(9)));
        bytes memory register_ = abi.encodeCall(market.register, (address(wallet), hex"01", MIN_STAKE));
        bytes[17] memory inner = [
            open_,
            abi.encodeCall(market.openAllocationsWithPermit, (offers, signatures, uint32(1), r(9), permit)),
            abi.encodeCall(market.extend, (id(1), offer, signatures[0], r(40))),
            abi.encodeCall(market.grow, (id(1), offer, signatures[0], uint32(1))),
            abi.encodeCall(market.close, (id(1), type(uint64).max, signatures[0])),
            abi.encodeCall(market.giveNotice, (id(1))),
            abi.encodeCall(market.settle, (one(id(1)))),
            abi.encodeCall(market.collect, (owner)),
            abi.encodeCall(market.penalize, (owner)),
            register_,
            abi.encodeCall(market.addStake, (1)),
            abi.encodeCall(market.exit, ()),
            abi.encodeCall(market.challengeLeaf, (owner, record().root, 0)),
            abi.encodeCall(market.challengeInclusion, (state, signatures[0])),
            abi.encodeCall(market.challengeStateLeaf, (state, signatures[0], 0)),
            abi.encodeCall(market.answer, (DisputeId.wrap(1), "")),
            abi.encodeCall(market.decide, (DisputeId.wrap(1)))
        ];
        for (uint256 i; i < inner.length; ++i) {
            hook(address(market), inner[i]);
        }
        hook(address(market), abi.encodeCall(market.answerWithState, (DisputeId.wrap(1), state, "", "")));
        wallet.call(address(market), open_);
        wallet.call(address(market), register_);
        bytes memory guard = abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        for (uint256 i; i < 2 * (inner.length + 1); ++i) {
            vm.assertEq(hooks.refusals(i), guard, "entered again");
        }
        vm.assertEq(market.allocationCount(), 2, "opened once");
        vm.assertEq(record().escrow, 307 * uint256(PRICE), "escrow");
    }

    /// @dev Calls without a guard of their own find the market in order, in the middle of a deposit.
    function test_what_is_not_guarded_finds_the_books_in_order() public {
        hookedMarket();
        goTo(2);
        wallet.call(address(market), abi.encodeCall(market.register, (address(wallet), hex"01", MIN_STAKE)));
        hookOfWallet(address(market), abi.encodeCall(market.catchUp, (owner, 64)));
        hookOfWallet(address(market), abi.encodeCall(market.prove, (r(2), 0, 0, "")));
        hookOfWallet(address(market), abi.encodeCall(market.setPayout, (client)));
        hookOfWallet(address(market), abi.encodeCall(market.updateNode, (client, hex"01")));
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        wallet.call(address(market), abi.encodeCall(market.openAllocations, (offers, signatures, uint32(5), r(9))));
        for (uint256 i; i < 4; ++i) {
            vm.assertEq(hooks.refusals(i), "", "a call without a guard");
        }
        goTo(3);
        vm.assertEq(record().liveUnits, 15, "live");
        proveNothing();
        goTo(9);
        settle(id(2));
        vm.assertEq(vault.balanceOf(address(wallet)), 5 * 5 * uint256(PRICE), "refund");
        vm.assertEq(record().earned, 15 * uint256(PRICE), "earned");
    }

    /// @dev Taking one's balance out of the vault while it counts what arrives must not pass for a deposit.
    function test_withdrawing_in_the_middle_of_a_deposit_undoes_the_deposit() public {
        hookedMarket();
        (IMarketRecords.Offer[] memory offers, bytes[] memory signatures) = batch(anOffer());
        wallet.call(address(market), abi.encodeCall(market.openAllocations, (offers, signatures, uint32(5), r(9))));
        wallet.call(
            address(market),
            abi.encodeCall(market.close, (id(2), type(uint64).max, signedClose(id(2), type(uint64).max, NODE_KEY)))
        );
        uint256 balance = vault.balanceOf(address(wallet));
        vm.assertEq(balance, 35 * uint256(PRICE), "a refund");
        hookOfWallet(address(vault), abi.encodeCall(vault.withdraw, (address(wallet))));
        (offers, signatures) = batch(anOffer());
        bytes memory call_ = abi.encodeCall(market.openAllocations, (offers, signatures, uint32(5), r(9)));
        refuses(
            address(wallet),
            address(market),
            call_,
            abi.encodeWithSelector(ITokenVault.TokenVault_WrongAmount.selector, balance, 0)
        );
        vm.assertEq(vault.balanceOf(address(wallet)), balance, "still there");
        vm.assertEq(market.allocationCount(), 2, "not opened");
    }

    /// @dev Money that was not asked for is nobody's, and gets in nobody's way.
    function test_tokens_sent_to_the_vault_change_no_deposit() public {
        vm.prank(other);
        token.transfer(address(vault), 1 ether);
        vm.prank(other);
        token.transfer(address(market), 1 ether);
        open(client, 1, 5);
        goTo(2);
        proveNothing();
        market.collect(owner);
        vm.assertEq(vault.balanceOf(owner), 10 * uint256(PRICE) + uint256(PRICE), "earned");
    }

    // ------------------------------------------------------------------ proofs of monstrous size

    function test_junk_as_an_answer_costs_its_sender_only() public {
        prove(nothing(), alone(stored(a, 1)));
        DisputeId dispute = askLeaf(3);
        for (uint256 i; i < 8; ++i) {
            bytes memory junk = Trees.noise(i, 1000 * i);
            (bool ok,) = address(market).call(abi.encodeCall(market.answer, (dispute, junk)));
            vm.assertFalse(ok, "junk");
        }
        market.answer(dispute, Trees.proofAt(alone(stored(a, 1)), Trees.only(3)));
    }
}
