using NetGen;

namespace Lecture.Data;

/// <summary>Weights of a generator in the folder of pictures, with the name of the digits that it learnt from.</summary>
internal static class GeneratorFile
{
    private const string Digits = "digits";

    /// <summary>Writes the weights.</summary>
    /// <param name="generator">The network.</param>
    /// <param name="lesson">The run, whose folder takes the file.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="digits">What the network learnt from.</param>
    public static void Save(Network generator, Lesson lesson, string name, Mnist digits) =>
        generator.Save(lesson.PathOf(name), new Dictionary<string, string> { [Digits] = digits.Name });

    /// <summary>Reads the weights, where there is such a file and its network learnt from such digits.</summary>
    /// <param name="generator">The network.</param>
    /// <param name="lesson">The run, whose folder has the file.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="digits">What the network should have learnt from.</param>
    /// <returns>Whether it has the weights now.</returns>
    public static bool TryLoad(Network generator, Lesson lesson, string name, Mnist digits)
    {
        string path = lesson.PathOf(name);
        if (!File.Exists(path) || Network.ReadMetadata(path).GetValueOrDefault(Digits) != digits.Name)
            return false;
        generator.Load(path);
        return true;
    }
}
