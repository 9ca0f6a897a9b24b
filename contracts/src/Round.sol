// SPDX-License-Identifier: Apache-2.0 OR MIT
pragma solidity 0.8.37;

/// @dev A round of the market: `(block − genesisBlock) / roundBlocks`. A type of its own, so that a round is never taken
/// for a block, a number of rounds or an allocation.
type Round is uint32;

/// @dev Number of an allocation, from 1. Zero means "none" and ends the linked lists. 48 bits, so that two links fit beside
/// the rest of an allocation in two storage slots.
type AllocationId is uint48;

/// @dev Number of a dispute, from 1.
type DisputeId is uint48;

using { _lt as <, _le as <=, _gt as >, _eq as ==, number, plus, since } for Round global;
using { _sameId as ==, isNone } for AllocationId global;

function _lt(Round a, Round b) pure returns (bool) {
    return Round.unwrap(a) < Round.unwrap(b);
}

function _le(Round a, Round b) pure returns (bool) {
    return Round.unwrap(a) <= Round.unwrap(b);
}

function _gt(Round a, Round b) pure returns (bool) {
    return Round.unwrap(a) > Round.unwrap(b);
}

function _eq(Round a, Round b) pure returns (bool) {
    return Round.unwrap(a) == Round.unwrap(b);
}

/// @dev The bare number, for indexes and hashes.
function number(Round round) pure returns (uint32) {
    return Round.unwrap(round);
}

/// @dev The round `rounds` later; reverts past the last round there is.
function plus(Round round, uint32 rounds) pure returns (Round) {
    return Round.wrap(Round.unwrap(round) + rounds);
}

/// @dev Rounds from `earlier` to `round`; reverts when `earlier` is later.
function since(Round round, Round earlier) pure returns (uint32) {
    return Round.unwrap(round) - Round.unwrap(earlier);
}

function earliest(Round a, Round b) pure returns (Round) {
    return a < b ? a : b;
}

function latest(Round a, Round b) pure returns (Round) {
    return a < b ? b : a;
}

function _sameId(AllocationId a, AllocationId b) pure returns (bool) {
    return AllocationId.unwrap(a) == AllocationId.unwrap(b);
}

function isNone(AllocationId id) pure returns (bool) {
    return AllocationId.unwrap(id) == 0;
}
