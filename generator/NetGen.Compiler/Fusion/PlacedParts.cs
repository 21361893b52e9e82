using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Finds the tensors that need no memory of their own. A slice is read where its source lies, and what is concatenated is written to its
/// place at once, if the kernels of all groups that touch it take rows at any distance.
/// </summary>
internal sealed class PlacedParts
{
    private readonly Dictionary<Tensor, FusedGroup> writers = [];
    private readonly ILookup<Tensor, FusedGroup> readers;
    private readonly HashSet<Tensor> results;
    private readonly HashSet<Tensor> wholes = [];

    private PlacedParts(Program program, IReadOnlyList<FusedGroup> groups)
    {
        results = [.. program.Results.Select(result => result.Value)];
        readers = groups.SelectMany(group => group.Loaded.Select(loaded => (loaded, group)))
            .ToLookup(pair => pair.loaded, pair => pair.group);
        foreach (FusedGroup group in groups)
            foreach (Tensor stored in group.Stored)
                writers[stored] = group;
    }

    public static void Find(Program program, IReadOnlyList<FusedGroup> groups)
    {
        foreach (Tensor node in program.Nodes)
            node.Part = null;
        var parts = new PlacedParts(program, groups);
        FusedGroup[] moves =
        [
            .. groups.Where(group => group.Anchor is Move { Shape: { IsBatched: true, IsRaw: false }, LeavesZeros: false }),
        ];
        foreach (FusedGroup group in moves)
            parts.PlaceSlice((Move)group.Anchor!);
        foreach (FusedGroup group in moves)
            parts.PlaceJoined(group, (Move)group.Anchor!);
    }

    private void PlaceSlice(Move slice)
    {
        if (slice.Operands.Count != 1 || results.Contains(slice) || slice.Parts[0].DestinationStart.Any(start => start != 0))
            return;
        var part = Placed(slice.Operands[0], slice, slice.Parts[0].SourceStart);
        if (part is null || !IsWithin(slice.Parts[0], slice.Shape) || !readers[slice].All(reader => TakesRows(reader, slice, part)))
            return;
        slice.Part = part;
        wholes.Add(part.Whole);
    }

    private void PlaceJoined(FusedGroup group, Move joined)
    {
        if (joined.Operands.Count < 2 || joined.Part is not null || joined.Operands.Distinct().Count() < joined.Operands.Count)
            return;
        Part?[] places = [.. joined.Operands.Select((operand, index) => PlaceOf(operand, joined.Parts[index]))];
        if (places.Contains(null))
            return;
        foreach ((Tensor operand, Part? place) in joined.Operands.Zip(places, (operand, place) => (operand, place)))
            operand.Part = place;

        Part? PlaceOf(Tensor operand, MovePart move)
        {
            if (results.Contains(operand) || wholes.Contains(operand) || operand.Part is not null
                || move.SourceStart.Any(start => start != 0) || !IsWithin(move, operand.Shape)
                || !writers.TryGetValue(operand, out FusedGroup? writer) || writer.IsBackward != group.IsBackward)
                return null;
            Part? place = Placed(joined, operand, move.DestinationStart);
            return place is not null && TakesRows(writer, operand, place)
                && readers[operand].All(reader => reader == group || TakesRows(reader, operand, place)) ? place : null;
        }
    }

    /// <summary>Whether a copy goes through all of a shape, axis by axis.</summary>
    private static bool IsWithin(MovePart move, TensorShape shape) =>
        move.Count == shape.Count
        && move.Loops.All(loop =>
            loop.Size == 1 || (loop is { SourceStep: 1, DestinationStep: 1 } && loop.SourceAxis == loop.DestinationAxis));

    /// <summary>A tensor as a part of another, which whole vectors reach; null where that is not so.</summary>
    private static Part? Placed(Tensor whole, Tensor part, IReadOnlyList<int> start)
    {
        (TensorShape outer, TensorShape inner) = (whole.Shape, part.Shape);
        int last = inner.Rank - 1;
        if (!outer.IsBatched || !inner.IsBatched || inner.IsRaw || outer.Rank != inner.Rank || inner.Count >= outer.Count
            || outer.Inner % TensorShape.Alignment != 0 || inner.Inner % TensorShape.Alignment != 0
            || start[last] % TensorShape.Alignment != 0)
            return null;
        return new Part(whole, start.Select((index, axis) => index * outer.Stride(axis)).Sum());
    }

    /// <summary>Whether a group's kernel takes a tensor whose samples, and whose rows, lie at any distance.</summary>
    private static bool TakesRows(FusedGroup group, Tensor tensor, Part part) => group.Anchor switch
    {
        null => group.Space.IsBatched && (group.ReducedAxes.Count == 0 || SumsAlongRows(group)),
        Product or TransposedProduct or ProductWeightGradient => HasEvenRows(tensor.Shape, part.Whole.Shape),
        _ => false,
    };

    /// <summary>Whether it sums along rows that are too long for a lane each.</summary>
    private static bool SumsAlongRows(FusedGroup group) =>
        group.ReducedAxes.Count == 1 && group.ReducedAxes[0] == group.Space.Rank - 1 && group.Space.Inner > TensorShape.Alignment;

    /// <summary>Whether all rows of a sample lie at one distance.</summary>
    private static bool HasEvenRows(TensorShape part, TensorShape whole)
    {
        for (int axis = 1; axis < part.Rank - 1; axis++)
            if (part[axis] != whole[axis])
                return false;
        return true;
    }
}
