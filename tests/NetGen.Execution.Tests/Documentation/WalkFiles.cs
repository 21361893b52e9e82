using System.Buffers.Binary;
using System.Globalization;

namespace NetGen.Execution.Tests.Documentation;

/// <summary>The files that the programs of docs/walks.md and docs/text.md read.</summary>
internal static class WalkFiles
{
    /// <summary>A file that the template brings.</summary>
    public static (string Name, byte[] Content) OfTemplate(string data, string name) =>
        (name, File.ReadAllBytes(Path.Combine(RepositoryFolder.Location, "templates", "content", "netgen", data, name)));

    /// <summary>The pictures that the template's program draws.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Shapes()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-shapes-");
        try
        {
            Drawings.Write(Path.Combine(folder.FullName, "shapes", "training"), count: 150, seed: 1);
            Drawings.Write(Path.Combine(folder.FullName, "shapes", "test"), count: 30, seed: 2);
            return
            [
                .. folder.EnumerateFiles("*.png", SearchOption.AllDirectories).Select(file =>
                    (Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), File.ReadAllBytes(file.FullName))),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A load with the course of a day, for 60 days.</summary>
    public static (string Name, byte[] Content) Hours()
    {
        var random = new Random(1);
        string[] loads = [.. Enumerable.Range(0, 60 * 24).Select(hour =>
            (50 + (20 * Math.Sin(hour * Math.PI / 12)) + (4 * random.NextDouble())).ToString("F1", CultureInfo.InvariantCulture))];
        return ("hours.csv", System.Text.Encoding.UTF8.GetBytes($"load\n{string.Join('\n', loads)}\n"));
    }

    /// <summary>The four files of MNIST, with digits that are drawn.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Mnist() =>
    [
        .. Idx("train", SyntheticDigits.Draw(2000, seed: 1)), .. Idx("t10k", SyntheticDigits.Draw(300, seed: 2)),
    ];

    private static (string Name, byte[] Content)[] Idx(string part, Mnist digits)
    {
        int[] labels = new int[digits.Count];
        digits.CopyLabels([.. Enumerable.Range(0, digits.Count)], labels);
        byte[] images = [.. Enumerable.Range(0, digits.Count).SelectMany(index => digits.Pixels(index).ToArray())];
        return
        [
            ($"mnist/{part}-images-idx3-ubyte", [.. Words(0x803, digits.Count, 28, 28), .. images]),
            ($"mnist/{part}-labels-idx1-ubyte", [.. Words(0x801, digits.Count), .. labels.Select(label => (byte)label)]),
        ];
    }

    private static byte[] Words(params int[] words)
    {
        var bytes = new byte[4 * words.Length];
        for (int i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), words[i]);
        return bytes;
    }
}
