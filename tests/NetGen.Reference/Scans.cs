using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Scan: a loop.</summary>
internal static class Scans
{
    /// <summary>What a scan leaves, by role and index.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="operands">The values of its operands.</param>
    /// <param name="batch">What the program around it is run on.</param>
    public static Dictionary<(ResultRole Role, int Index), TensorValue> Run(Scan scan, TensorValue[] operands, Batch batch)
    {
        ProgramResult[] results = [.. scan.Body.Results];
        TensorValue[] states = operands[scan.SequenceCount..(scan.SequenceCount + scan.StateCount)];
        var stacked = results.Where(result => result.Role == ResultRole.Step)
            .ToDictionary(
                result => (result.Role, result.Index),
                result => new TensorValue(result.Value.Shape.Stacked(scan.Steps), batch.Samples));
        for (int count = 0; count < scan.Steps; count++)
        {
            int step = scan.IsReversed ? scan.Steps - 1 - count : count;
            IReadOnlyList<(ProgramResult Result, TensorValue Value)> left =
                Interpreter.Run(scan.Body, batch, Given(scan, operands, states, step, batch));
            states =
            [
                .. left.Where(value => value.Result.Role == ResultRole.State)
                    .OrderBy(value => value.Result.Index)
                    .Select(value => value.Value),
            ];
            foreach ((ProgramResult result, TensorValue value) in left.Where(value => value.Result.Role == ResultRole.Step))
                CopyStep(value, stacked[(result.Role, result.Index)], step, isOut: true);
        }

        for (int index = 0; index < states.Length; index++)
            stacked.Add((ResultRole.State, index), states[index]);
        return stacked;
    }

    /// <summary>What a step's inputs are.</summary>
    private static Dictionary<Tensor, TensorValue> Given(Scan scan, TensorValue[] operands, TensorValue[] states, int step, Batch batch) =>
        scan.Body.Nodes.OfType<Input>().ToDictionary(Tensor (input) => input, input =>
        {
            if (input.Role == InputRole.State)
                return states[input.Index];
            TensorValue operand = operands[scan.OperandOf(input)];
            if (input.Role == InputRole.Invariant)
                return operand;
            var value = new TensorValue(input.Shape, batch.Samples);
            CopyStep(value, operand, step, isOut: false);
            return value;
        });

    /// <summary>From the value of a step into its place in a sequence, or from there.</summary>
    private static void CopyStep(TensorValue value, TensorValue sequence, int step, bool isOut)
    {
        for (int sample = 0; sample < value.Samples; sample++)
            for (int i = 0; i < value.Shape.Count; i++)
            {
                ref double inside = ref value.Data[(sample * value.Shape.Count) + i];
                ref double outside = ref sequence.Data[(sample * sequence.Shape.Count) + (step * value.Shape.Count) + i];
                if (isOut)
                    outside = inside;
                else
                    inside = outside;
            }
    }
}
