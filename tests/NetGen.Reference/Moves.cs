using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Move: strided copies; what no part writes is 0.</summary>
internal static class Moves
{
    public static TensorValue Copy(Move move, TensorValue[] operands, int batch)
    {
        var result = new TensorValue(move.Shape, batch);
        for (int sample = 0; sample < result.Samples; sample++)
            for (int part = 0; part < move.Parts.Count; part++)
                CopyPart(move.Parts[part], operands[part], result, sample);
        return result;
    }

    private static void CopyPart(MovePart part, TensorValue from, TensorValue to, int sample)
    {
        int[] source = new int[from.Shape.Rank];
        int[] destination = new int[to.Shape.Rank];
        foreach (int[] counter in Indices.Of([.. part.Loops.Select(loop => loop.Size)]))
        {
            for (int axis = 0; axis < source.Length; axis++)
                source[axis] = part.SourceStart[axis];
            for (int axis = 0; axis < destination.Length; axis++)
                destination[axis] = part.DestinationStart[axis];
            for (int i = 0; i < counter.Length; i++)
            {
                MoveLoop loop = part.Loops[i];
                source[loop.SourceAxis] += counter[i] * loop.SourceStep;
                destination[loop.DestinationAxis] += counter[i] * loop.DestinationStep;
            }

            to[sample, destination] = from[sample, source];
        }
    }
}
