using System.Reflection;
using NetGen.Data;
using NetGen.Execution.Tests;
using NetGen.Reports;
using PublicApiGenerator;

namespace NetGen.PublicApi.Tests;

/// <summary>
/// What the libraries show to others changes only where it is meant to: the file of a library states its public types and members. Where
/// that is meant, <c>ACCEPT_PUBLIC_API=1</c> in the environment of this test writes the files anew.
/// </summary>
public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // What the compiler adds by itself, or a build says of itself, is no part of what a library promises.
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["System.Runtime.CompilerServices.SkipLocalsInitAttribute"],
    };

    public static TheoryData<string> Libraries => [.. Assemblies.Keys];

    private static Dictionary<string, Assembly> Assemblies { get; } = new()
    {
        ["NetGen"] = typeof(Network).Assembly,
        ["NetGen.Data"] = typeof(CsvDataSet).Assembly,
        ["NetGen.Reports"] = typeof(TensorBoardLog).Assembly,
    };

    [Theory, MemberData(nameof(Libraries))]
    public void A_librarys_public_members_are_those_of_its_file(string library)
    {
        string path = Path.Combine(RepositoryFolder.Location, "tests", "NetGen.PublicApi.Tests", $"{library}.txt");
        string actual = Assemblies[library].GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT_PUBLIC_API") == "1")
            File.WriteAllText(path, actual);
        string stated = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        string[] added = Lines(actual, without: stated), removed = Lines(stated, without: actual);
        Assert.True(actual == stated, $"""
            The public members of {library} are others than those of {Path.GetFileName(path)}.
            {string.Join('\n', [.. removed.Select(line => $"- {line}"), .. added.Select(line => $"+ {line}")])}
            Where that is meant: ACCEPT_PUBLIC_API=1 dotnet test --project tests/NetGen.PublicApi.Tests -c Release
            """);
    }

    private static string[] Lines(string text, string without) => [.. text.Split('\n').Except(without.Split('\n')).Take(40)];
}
