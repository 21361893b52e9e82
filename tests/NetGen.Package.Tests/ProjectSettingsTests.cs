using System.Text.RegularExpressions;

namespace NetGen.Package.Tests;

/// <summary>Projects with the package whose settings are others than those of the template.</summary>
public sealed partial class ProjectSettingsTests(Packages packages)
{
    /// <summary>
    /// Networks, blocks of both kinds and named outputs, as a library shows them to others: their author has nothing to mend.
    /// </summary>
    private const string Networks = """
        using NetGen;

        [assembly: CLSCompliant(true)]
        [assembly: System.Runtime.InteropServices.ComVisible(false)]

        namespace Strict;

        /// <summary>A network.</summary>
        [Network, Input(1, 12, 12)]
        [Conv2d(4, 3, Name = "1x1"), ReLU, MaxPool2d(2), Dropout(0.25), BasicBlock(4), BasicBlock(8, stride: 2), Flatten]
        [Linear(16, Name = "fc"), Output(16, Name = "mean"), GELU, Linear(16), Tanh, Head, CrossEntropy(Weight = new[] { 1.0, 2.0, 0.5 })]
        public partial class Classifier
        {
        }

        /// <summary>A network that no other assembly sees.</summary>
        [Network, Input(4), Hidden(8), Linear(2), MSE]
        internal sealed partial class Regression;

        /// <summary>A block that other assemblies may use.</summary>
        [Residual<Path, Projection>, ReLU]
        public partial class BasicBlock(int width, int stride = 1) : Block
        {
            [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, ReLU]
            [Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
            partial class Path : Block;

            [Conv2d(Width, 1, Stride = Stride, Bias = false), BatchNorm]
            partial class Projection : Block;
        }

        /// <summary>One without parameters.</summary>
        [Linear(3)]
        public partial class Head : Block;

        [Linear(Width), ReLU]
        internal partial class Hidden(int width) : Block;

        /// <summary>Uses them.</summary>
        public static class Use
        {
            /// <summary>A prediction.</summary>
            public static float Of(Network network, ReadOnlySpan<float> sample)
            {
                ArgumentNullException.ThrowIfNull(network);
                return network.Predict(sample)[0] + new Regression(seed: 1).Predict([1, 2, 3, 4])[0];
            }
        }
        """;

    [Fact]
    public async Task The_strictest_project_builds_without_a_warning()
    {
        string project = await Made("Strict", Networks, """
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <AnalysisMode>All</AnalysisMode>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
            <WarningLevel>9999</WarningLevel>
            <Features>strict</Features>
            <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
            <AllowUnsafeBlocks>false</AllowUnsafeBlocks>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            """);
        Assert.DoesNotContain("warning", await packages.Dotnet.SucceedAsync(project, "build", "-warnaserror"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_of_an_old_version_of_CSharp_has_one_error()
    {
        string project = await Made(
            "Old",
            "namespace Old { [NetGen.Network, NetGen.Input(4), NetGen.Linear(2)] public partial class Net { } "
            + "public static class Use { public static Net Make() { return new Net(seed: 1); } } }",
            "<TargetFramework>net10.0</TargetFramework><LangVersion>7.3</LangVersion>");
        DotnetCommand.Result built = await packages.Dotnet.RunAsync(project, "build");
        Assert.Equal(["error NG0022"], Code().Matches(built.Output).Select(found => found.Value).Distinct());
    }

    /// <summary>
    /// NuGet itself says that the package is not for such projects, in place of the errors of C# that would follow. It is asked once, of a
    /// project for all of them.
    /// </summary>
    [Fact]
    public async Task A_project_for_an_older_framework_is_refused_by_NuGet()
    {
        string[] older = ["net8.0", "net9.0", "netstandard2.0"];
        string project = await Made("Older", Networks, $"<TargetFrameworks>{string.Join(";", older)}</TargetFrameworks>");
        DotnetCommand.Result built = await packages.Dotnet.RunAsync(project, "build");
        Assert.NotEqual(0, built.ExitCode);
        Assert.All(older, framework => Assert.Contains(
            $"error NU1202: Package NetGen {packages.Version} is not compatible with {framework}", built.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("error CS", built.Output, StringComparison.Ordinal);
    }

    private async Task<string> Made(string name, string source, string properties)
    {
        string project = Directory.CreateDirectory(Path.Combine(packages.Folder, name)).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(project, name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetGen" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """,
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(project, "nuget.config"),
            $"""
            <configuration><packageSources><add key="netgen" value="{packages.Feed}" /></packageSources></configuration>
            """,
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(project, "Networks.cs"), source, TestContext.Current.CancellationToken);
        return project;
    }

    [GeneratedRegex(@"(error|warning) [A-Z]+\d+")]
    private static partial Regex Code();
}
