namespace NetGen;

/// <summary>Neighbouring floats of the parameter block that are updated alike.</summary>
/// <param name="End">The float after the last, a multiple of 16; the first is the end of the range before.</param>
/// <param name="Factors">What their update takes from their group.</param>
internal readonly record struct GroupRange(int End, GroupFactors Factors);
