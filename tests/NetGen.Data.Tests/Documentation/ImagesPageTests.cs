using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NetGen.Data.Tests.Images;

namespace NetGen.Data.Tests.Documentation;

/// <summary>The programs of docs/images.md compile as they stand there, run, and do what the page says.</summary>
public sealed partial class ImagesPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_programs_are_those_that_are_compiled_here()
    {
        string[] compiled = Lines(File.ReadAllText(Path.Combine(Here(), "PetProgram.cs")));
        string page = File.ReadAllText(Path.Combine(Here(), "..", "..", "..", "docs", "images.md")).ReplaceLineEndings("\n");
        string[] programs = [.. CSharp().Matches(page).Select(block => block.Groups["code"].Value)];
        Assert.Equal(2, programs.Length);
        Assert.InRange(Lines(programs[0]).Length, 10, 20);
        string[] shown = [.. programs.SelectMany(Lines).Where(line => !line.StartsWith("using ", StringComparison.Ordinal))];
        Assert.All(shown, line => Assert.Contains(line, compiled));
    }

    /// <summary>Cats are bright in the upper half and dogs in the lower one, so that no change makes one the other.</summary>
    [Fact]
    public void They_learn_and_predict()
    {
        var random = new Random(1);
        foreach (string part in new[] { "train", "test" })
            foreach (string pet in new[] { "cat", "dog" })
                for (int i = 0; i < 16; i++)
                    folder.Write($"pets/{part}/{pet}/{i}.{(i % 2 == 0 ? "png" : "jpg")}", Picture(pet == "cat", i % 2 == 0, random));
        folder.Write("photo.jpg", Picture(isCat: true, isPng: false, random));
        string[] written = Run();
        double accuracy = double.Parse(Accuracy().Match(written[0]).Groups["percent"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(accuracy, 90, 100);
        Assert.Matches(@"^cat \(\d+\.\d %\)$", written[1]);
    }

    /// <summary>Runs both programs in the folder; what they write to the console is theirs alone.</summary>
    private string[] Run()
    {
        (string before, TextWriter console) = (Environment.CurrentDirectory, Console.Out);
        using var written = new StringWriter();
        try
        {
            Environment.CurrentDirectory = folder.Path;
            Console.SetOut(written);
            PetProgram.Train();
            PetProgram.Predict();
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = before;
        }

        return written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    private static byte[] Picture(bool isCat, bool isPng, Random random)
    {
        (int width, int height) = (random.Next(30, 50), random.Next(30, 50));
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(random.Next(60) + ((i / (width * 3) < height / 2) == isCat ? 150 : 20));
        return isPng ? PngBytes.Of(width, height, 2, pixels) : JpegBytes.Of(width, height, pixels);
    }

    private static string[] Lines(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)),
    ];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"accuracy (?<percent>\S+) %")]
    private static partial Regex Accuracy();
}
