using NetGen.Mutations.Kinds;

namespace NetGen.Mutations.Mutating;

/// <summary>The file that a number stands for: always the same.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Record">What was done to a valid file, where that was asked for.</param>
internal sealed record MutatedFile(byte[] Content, string Record)
{
    /// <summary>Makes a file.</summary>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="number">The number of the mutation.</param>
    /// <param name="isRecorded">Whether <see cref="Record"/> is wanted.</param>
    public static MutatedFile Of(FileKind kind, long number, bool isRecorded = false)
    {
        var draw = new Draw(number, isRecorded);
        int valid = draw.Below(kind.Valid.Count);
        draw.Note($"valid file {valid}");
        byte[] file = kind.Valid[valid];
        byte[] mutated = draw.OneIn(3) ? ByteMutation.Of(file, draw) : kind.MutateStructure(file, draw);
        return new MutatedFile(mutated, draw.Record);
    }
}
