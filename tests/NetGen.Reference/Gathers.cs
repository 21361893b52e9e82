using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Gather: rows of a table by tokens, and its transpose.</summary>
internal static class Gathers
{
    public static TensorValue Rows(Gather node, TensorValue tokens, TensorValue table)
    {
        var result = new TensorValue(node.Shape, tokens.Samples);
        for (int sample = 0; sample < result.Samples; sample++)
            for (int step = 0; step < node.Shape[0]; step++)
                for (int column = 0; column < node.Shape[1]; column++)
                    result[sample, step, column] = table[0, Token(tokens, sample, step), column];
        return result;
    }

    public static TensorValue Add(ScatterAdd node, TensorValue tokens, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, tokens.Samples);
        for (int sample = 0; sample < tokens.Samples; sample++)
            for (int step = 0; step < gradient.Shape[0]; step++)
                for (int column = 0; column < node.Shape[1]; column++)
                    if (Token(tokens, sample, step) is var token && token != node.PaddingRow)
                        result[0, token, column] += gradient[sample, step, column];
        return result;
    }

    public static TensorValue Mask(StepMask node, TensorValue tokens)
    {
        var result = new TensorValue(node.Shape, tokens.Samples);
        for (int sample = 0; sample < result.Samples; sample++)
        {
            bool isAllPadding = true;
            for (int step = 0; step < node.Shape[0]; step++)
            {
                bool isPadding = node.PaddingToken is { } padding
                    ? Token(tokens, sample, step) == padding
                    : step >= Token(tokens, sample, 0);
                result[sample, step, 0] = isPadding ? 0 : 1;
                isAllPadding &= isPadding;
            }

            if (isAllPadding)
                result[sample, 0, 0] = 1;
        }

        return result;
    }

    private static int Token(TensorValue tokens, int sample, int step) => (int)Math.Round(tokens[sample, step]);
}
