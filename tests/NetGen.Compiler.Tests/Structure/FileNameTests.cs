using NetGen.Execution.Tests;
using System.Text.RegularExpressions;

namespace NetGen.Compiler.Tests.Structure;

/// <summary>
/// A type is found by its file's name: in generator and src each file has the type that it is named for. Others stand with it only where
/// they are cases of it, or have its name with more type parameters.
/// </summary>
public partial class FileNameTests
{
    [Theory]
    [InlineData("generator/NetGen.Compiler")]
    [InlineData("generator/NetGen.Generator")]
    [InlineData("generator/NetGen.CodeFixes")]
    [InlineData("src/NetGen")]
    public void A_file_is_named_for_its_type(string project)
    {
        string folder = Path.Combine([RepositoryFolder.Location, .. project.Split('/')]);
        string[] files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            // Network.Files.cs and InputAttribute{T}.cs are parts and relatives; VectorMath/Exp.cs is the part of VectorMath that has Exp.
            string name = Path.GetFileName(file).Split('.', '{')[0];
            string text = File.ReadAllText(file);
            var known = new HashSet<string> { name, Path.GetFileName(Path.GetDirectoryName(file))! };
            foreach (Match type in TopLevelType().Matches(text))
            {
                string found = type.Groups["name"].Value;
                Assert.True(
                    known.Contains(found) || known.Contains(type.Groups["base"].Value),
                    $"{Path.GetRelativePath(folder, file)} has {found}");
                known.Add(found);
            }
        });
    }

    /// <summary>A declaration at the beginning of a line, with what it derives from.</summary>
    [GeneratedRegex(
        @"^(?:(?:public|internal|abstract|sealed|static|readonly|partial|ref|unsafe|file) )*"
        + @"(?:record struct|record class|record|class|struct|enum|interface|delegate [\w<>\[\]?, ]+?) (?<name>\w+)(?:<[^>]*>)?"
        + @"(?:\((?:[^()]|\([^()]*\))*\))?(?:\s*: (?<base>\w+))?",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
