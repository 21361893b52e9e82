namespace NetGen.Package.Tests;

/// <summary>
/// What the project files ask of the compiler: optimised kernels whatever the configuration, and rules wherever the solution is built.
/// </summary>
public sealed class BuildSettingsTests(Packages packages)
{
    private static readonly string[] Optimised =
    [
        "src/NetGen/NetGen.csproj", "generator/NetGen.Compiler/NetGen.Compiler.csproj", "samples/MnistTrainer/MnistTrainer.csproj",
        "samples/DigitReader/DigitReader.csproj", "samples/CharGpt/CharGpt.csproj", "samples/Gallery/Gallery.csproj",
    ];

    /// <summary>One process reads all projects: a target that tells the setting is added to each.</summary>
    [Fact]
    public async Task What_computes_is_optimised_in_Debug_too()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "Optimised")).FullName;
        string target = Path.Combine(folder, "Tell.targets"), all = Path.Combine(folder, "All.proj");
        await Write(target, """
            <Project>
              <Target Name="Tell">
                <Message Importance="high" Text="$(MSBuildProjectName) has Optimize=$(Optimize)." />
              </Target>
            </Project>
            """);
        await Write(all, $"""
            <Project>
              <Target Name="Tell">
                <MSBuild Projects="{string.Join(";", Optimised.Select(project => Path.Combine(Packages.Repository, project)))}"
                  Targets="Tell" Properties="Configuration=Debug;CustomAfterMicrosoftCommonTargets={target}" />
              </Target>
            </Project>
            """);

        string told = await packages.Dotnet.SucceedAsync(folder, "msbuild", all);

        Assert.All(Optimised, project => Assert.Contains(
            $"{Path.GetFileNameWithoutExtension(project)} has Optimize=true.", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_is_only_compiled_and_the_solution_enforces_the_rules_on_what_was_compiled()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "Rules")).FullName;
        foreach (string settings in new[] { "Directory.Build.props", ".editorconfig" })
            File.Copy(Path.Combine(Packages.Repository, settings), Path.Combine(folder, settings));
        await Write(Path.Combine(folder, "Broken.cs"), "using System.Text;\n\nnamespace Broken;\n\ninternal sealed class Nothing;\n");
        await Write(Path.Combine(folder, "Broken.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        await Write(Path.Combine(folder, "NetGen.sln"), """

            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Broken", "Broken.csproj", "{11111111-1111-1111-1111-111111111111}"
            EndProject
            Global
            	GlobalSection(SolutionConfigurationPlatforms) = preSolution
            		Release|Any CPU = Release|Any CPU
            	EndGlobalSection
            	GlobalSection(ProjectConfigurationPlatforms) = postSolution
            		{11111111-1111-1111-1111-111111111111}.Release|Any CPU.ActiveCfg = Release|Any CPU
            		{11111111-1111-1111-1111-111111111111}.Release|Any CPU.Build.0 = Release|Any CPU
            	EndGlobalSection
            EndGlobal

            """);

        await packages.Dotnet.SucceedAsync(folder, "build", "Broken.csproj", "-c", "Release");
        DotnetCommand.Result solution = await packages.Dotnet.RunAsync(folder, "build", "NetGen.sln", "-c", "Release");

        Assert.NotEqual(0, solution.ExitCode);
        Assert.Contains("Broken.cs(1,1): error IDE0005", solution.Output, StringComparison.Ordinal);
    }

    private static Task Write(string path, string text) => File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
}
