using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The forms Map and Row: elements by themselves, and sums and maxima over axes.</summary>
internal static class Rows
{
    /// <summary>The body at every element; operands of size 1 along an axis are stretched.</summary>
    public static TensorValue Map(Map map, TensorValue[] operands, Batch batch)
    {
        var result = new TensorValue(map.Shape, batch.Samples);
        var elements = new double[operands.Length];
        ScalarExpression body = Scalars.Expanded(map.Body);
        for (int sample = 0; sample < result.Samples; sample++)
        {
            int row = 0;
            foreach (int[] index in Indices.Of(map.Shape.Sizes))
            {
                for (int i = 0; i < operands.Length; i++)
                    elements[i] = operands[i].Stretched(sample, index);
                int column = index[^1];
                result[sample, index] = Scalars.Value(body, new Element(elements, batch, map.Shape, sample, row, column));
                if (column == map.Shape.Inner - 1)
                    row++;
            }
        }

        return result;
    }

    /// <summary>Sum or maximum over axes, which stay with size 1.</summary>
    public static TensorValue Reduce(Reduce reduce, TensorValue operand)
    {
        var result = new TensorValue(reduce.Shape, operand.Samples);
        if (reduce.Reduction == ReduceOperator.Max)
            Array.Fill(result.Data, double.NegativeInfinity);
        int[] kept = new int[operand.Shape.Rank];
        for (int sample = 0; sample < operand.Samples; sample++)
        {
            foreach (int[] index in Indices.Of(operand.Shape.Sizes))
            {
                for (int axis = 0; axis < kept.Length; axis++)
                    kept[axis] = result.Shape[axis] == 1 ? 0 : index[axis];
                ref double total = ref result[sample, kept];
                double value = operand[sample, index];
                total = reduce.Reduction == ReduceOperator.Sum ? total + value : Math.Max(total, value);
            }
        }

        return result;
    }

    /// <summary>Element by element, the sum over all samples.</summary>
    public static TensorValue SumOverBatch(Tensor node, TensorValue operand)
    {
        var result = new TensorValue(node.Shape, operand.Samples);
        for (int i = 0; i < operand.Data.Length; i++)
            result.Data[i % result.Data.Length] += operand.Data[i];
        return result;
    }
}
