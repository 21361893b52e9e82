namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Move: strided copies (transpose, flatten, pad, crop, dilate, concatenate); what no part writes is 0. Part i reads operand i. Its
/// gradient of an operand is the inverse Move.
/// </summary>
internal sealed class Move(Origin origin, TensorShape shape, IReadOnlyList<Tensor> operands, IReadOnlyList<MovePart> parts)
    : Tensor(operands[0].Program, origin, shape, operands)
{
    public IReadOnlyList<MovePart> Parts { get; } = parts;

    /// <summary>Whether it is its operand under another name, padding and all: a result of the program.</summary>
    public bool IsAlias { get; init; }

    /// <summary>Whether it changes nothing in memory, so that the result is a view of the operand.</summary>
    public bool IsView
    {
        get
        {
            if (IsAlias)
                return true;
            if (Operands.Count != 1 || LeavesZeros)
                return false;
            (TensorShape from, TensorShape to) = (Operands[0].Shape, Shape);

            // A copy onto the same shape is there to clear the padding.
            if (from.Equals(to) && to.PaddedInner > to.Inner)
                return false;
            MovePart part = Parts[0];
            bool sameExtent = from.Count == to.Count && from.SampleStride == to.SampleStride && from.IsBatched == to.IsBatched;
            bool sameStart = part.SourceStart.All(i => i == 0) && part.DestinationStart.All(i => i == 0);
            bool sameSteps = part.Loops.All(loop =>
                loop.Size == 1
                || loop.SourceStep * from.Stride(loop.SourceAxis) == loop.DestinationStep * to.Stride(loop.DestinationAxis));

            // Rows padded alike, or no padding inside the sample on either side.
            bool samePadding = from.PaddedInner - from.Inner == 0 && to.PaddedInner - to.Inner == 0
                || (from.Inner == to.Inner && from.PaddedInner == to.PaddedInner);
            return sameExtent && sameStart && sameSteps && samePadding;
        }
    }

    /// <summary>Whether all operands have been written to their places in it.</summary>
    public bool IsJoinedInPlace => Operands.All(operand => operand.Part?.Whole == this);

    /// <summary>Whether the parts leave elements of the result unwritten, which are then 0.</summary>
    public bool LeavesZeros => Parts.Sum(part => part.Count) < Shape.Count;

    public override string Operation => IsAlias ? "Alias" : "Move";
}
