using NetGen.Mutations.Mutating;

namespace NetGen.Mutations.Kinds;

/// <summary>A kind of file that is mutated and read.</summary>
/// <param name="name">Its name in the options and in reports.</param>
internal abstract class FileKind(string name)
{
    public string Name => name;

    /// <summary>Files that are read without an error.</summary>
    public abstract IReadOnlyList<byte[]> Valid { get; }

    /// <summary>The name of the file that is read.</summary>
    public virtual string FileName => "mutated file";

    /// <summary>Mutates a file in a way that only this kind has, such as a field of its header.</summary>
    public abstract byte[] MutateStructure(byte[] file, Draw draw);

    /// <summary>Reads a file as a user does.</summary>
    public abstract void Read(string path);

    /// <summary>Whether an error is one that the documentation states, and says which file it is about.</summary>
    public virtual bool IsExpected(Exception error, string path) =>
        error is InvalidDataException && error.Message.Contains(path, StringComparison.Ordinal);
}
