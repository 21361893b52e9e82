using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// How a kernel of the library sees the rows of batched tensors: as one matrix if they
/// lie at one distance from each other, else a sample at a time.
/// </summary>
/// <param name="rows">Rows of a sample.</param>
/// <param name="tensors">The tensors that it goes through row by row.</param>
internal sealed class MatrixRows(int rows, params Tensor[] tensors)
{
    /// <summary>Whether all rows of the batch are one matrix.</summary>
    public bool IsOneMatrix { get; } = rows == 1 || tensors.All(tensor => tensor.IsOneMatrix);

    /// <summary>Floats from one row to the next.</summary>
    public string Stride(Tensor tensor) => Literals.Integer(rows == 1 ? tensor.SampleStride : tensor.RowStride);

    /// <summary>The first row of a sample of the batch: of "begin", or of all that come before "end".</summary>
    public string Of(string sample) => rows == 1 ? sample : $"{sample} * {Literals.Integer(rows)}";

    /// <summary>Declares the tensors and prints a call of the library: once, or for each of some samples.</summary>
    /// <param name="context">The kernel.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="call">Prints the call, by its first row and the row after the last.</param>
    public void Emit(KernelContext context, string begin, string end, Action<string, string> call)
    {
        context.DeclareReferences(IsOneMatrix);
        if (IsOneMatrix)
        {
            call(begin == "0" ? "0" : Of(begin), Of(end));
            return;
        }

        using (context.Writer.Open($"for (int sample = {begin}; sample < {end}; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            call("0", Literals.Integer(rows));
        }
    }
}
