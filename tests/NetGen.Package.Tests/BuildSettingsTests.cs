namespace NetGen.Package.Tests;

/// <summary>
/// What the project files ask of the compiler: optimised kernels whatever the configuration, and rules wherever the solution is built.
/// </summary>
public sealed class BuildSettingsTests(Packages packages)
{
    [Theory]
    [InlineData("src/NetGen/NetGen.csproj")]
    [InlineData("generator/NetGen.Compiler/NetGen.Compiler.csproj")]
    [InlineData("samples/MnistTrainer/MnistTrainer.csproj")]
    [InlineData("samples/DigitReader/DigitReader.csproj")]
    [InlineData("samples/CharGpt/CharGpt.csproj")]
    [InlineData("samples/Gallery/Gallery.csproj")]
    public async Task What_computes_is_optimised_in_Debug_too(string project) => Assert.Equal(
        "true",
        (await packages.Dotnet.SucceedAsync(Packages.Repository, "msbuild", project, "-getProperty:Optimize", "-p:Configuration=Debug"))
            .Trim());

    [Fact]
    public async Task A_project_is_only_compiled_and_the_solution_enforces_the_rules_on_what_was_compiled()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "Rules")).FullName;
        foreach (string settings in new[] { "Directory.Build.props", ".editorconfig" })
            File.Copy(Path.Combine(Packages.Repository, settings), Path.Combine(folder, settings));
        await Write("Broken.cs", "using System.Text;\n\nnamespace Broken;\n\ninternal sealed class Nothing;\n");
        await Write("Broken.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        await Write("NetGen.sln", """

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

        Task Write(string file, string text) =>
            File.WriteAllTextAsync(Path.Combine(folder, file), text, TestContext.Current.CancellationToken);
    }
}
