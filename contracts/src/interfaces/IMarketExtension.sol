// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

import { AllocationId, DisputeId, Round } from "../Round.sol";
import { IMarketRecords } from "./IMarketRecords.sol";

/// @title What is called seldom: a provider's life, disputes, settings
interface IMarketExtension is IMarketRecords {
    // ------------------------------------------------------------------ providers

    /// @notice Makes the caller a provider. The caller has approved the vault for `stake`.
    /// @param nodeKey Signs offers and states and may call `prove`; may be the owner itself.
    /// @param peerId libp2p peer id, 1 … 64 bytes, not interpreted.
    function register(address nodeKey, bytes calldata peerId, uint256 stake) external;

    /// @notice Adds to the caller's stake from its wallet.
    function addStake(uint256 amount) external;

    /// @notice Changes node key and peer id of the caller. Offers signed by the old key are void; states that it signed for
    /// allocations opened until then stay good in disputes that their clients open.
    function updateNode(address nodeKey, bytes calldata peerId) external;

    /// @notice Where the caller's earnings go from now on, also those not collected yet; zero for the owner itself.
    function setPayout(address payout) external;

    /// @notice Voids every offer of the caller (owner or node key) whose nonce is below `minNonce`.
    function cancelOffers(uint256 minNonce) external;

    /// @notice Announces the caller's exit, or, once no allocation and no dispute is left and the unbonding is over, ends it.
    /// @return released The stake that went to the caller's balance; zero when the exit was only announced.
    function exit() external returns (uint256 released);

    // ------------------------------------------------------------------ disputes

    /// @notice Asks for a path to a state, or a later one of the same allocation, under the root committed last.
    /// @param signature The provider's: of its node key; or, if the caller is the allocation's client, of one that it had when the
    /// allocation was opened or later.
    function challengeInclusion(AllocationState calldata state, bytes calldata signature) external returns (DisputeId);

    /// @notice Asks for the leaf at a position of a state, with its path.
    function challengeStateLeaf(AllocationState calldata state, bytes calldata signature, uint48 position)
        external
        returns (DisputeId);

    /// @notice Asks for the leaf at a position of the root committed last, with its path.
    /// @param root That root: a provider that sees the question coming could commit another one before it.
    function challengeLeaf(address provider, bytes32 root, uint48 position) external returns (DisputeId);

    /// @notice Answers a dispute; anyone may. The bond goes to the provider's payout address.
    /// @param proof docs/spec/data.md: "Inclusion" for Inclusion, "Sample and proof" of the one position for the others.
    function answer(DisputeId id, bytes calldata proof) external;

    /// @notice Answers a dispute about a state with a later one that the client has signed.
    /// @param proof The path of the later state under the root, for Inclusion; else empty.
    function answerWithState(
        DisputeId id,
        AllocationState calldata later,
        bytes calldata clientSignature,
        bytes calldata proof
    ) external;

    /// @notice Decides a dispute that was not answered in time; anyone may. The bond goes back; of the slashed stake a fifth
    /// goes to the challenger, half is burned, the rest goes to the allocation's client, and the allocation is closed. A position
    /// of the root belongs to all clients: they share by rate, and without one their part stays with the provider. Disputes
    /// with deadlines less than `answerRounds` + 1 apart cost stake only once.
    function decide(DisputeId id) external;

    // ------------------------------------------------------------------ settings

    /// @notice Sets what can be changed. Only whom the authority allows, after the delay that it asks for.
    function setParameters(Parameters calldata parameters_) external;

    /// @notice Stops `register`, `addStake`, `openAllocations`, `extend` and `grow`; nothing that proves, answers or pays out.
    function pause() external;
    function unpause() external;

    /// @notice The contract with the views, which runs on the market's storage, too.
    function views() external view returns (address);
}
