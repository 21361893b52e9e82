namespace Lecture;

/// <summary>One run of a topic: where its pictures go, what seeds it, and how it tells.</summary>
/// <param name="folder">The folder of the pictures; made when the first is written.</param>
/// <param name="output">What the reader sees.</param>
internal sealed class Lesson(string folder, TextWriter output)
{
    /// <summary>The same seed gives the same numbers on every machine, for any number of threads.</summary>
    public int Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder with MNIST, or null for digits that the program draws.</summary>
    public string? Mnist { get; init; }

    public void Say(string line = "") => output.WriteLine(line);

    /// <summary>Where a file lies, or is to be written, that other topics read.</summary>
    /// <param name="name">The name of the file, such as <c>vae.safetensors</c>.</param>
    public string PathOf(string name)
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }

    /// <summary>Says where the picture lies that is to be written there.</summary>
    /// <param name="file">The name of a file, such as <c>filters.png</c>.</param>
    public string Picture(string file)
    {
        string path = PathOf(file);
        Say($"Picture: {path}");
        return path;
    }
}
