namespace NetGen.Runtime;

/// <summary>A part of a job: the items [begin, end).</summary>
/// <param name="begin">The first item.</param>
/// <param name="end">The item after the last.</param>
internal delegate void RangeAction(int begin, int end);
