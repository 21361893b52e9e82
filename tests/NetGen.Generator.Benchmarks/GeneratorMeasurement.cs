using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Benchmarks;

/// <summary>Times the generator on one network in this process, which must not have run it before.</summary>
internal static class GeneratorMeasurement
{
    // .NET compiles a method for good after its thirtieth call.
    private const int WarmRuns = 40;

    // Compiling what was emitted takes long enough for few runs to tell.
    private const int MostCompilations = 3;
    private const int WarmCompilations = 2;

    /// <summary>A row for each case, in the order in which they have to be measured.</summary>
    /// <exception cref="InvalidDataException">The emitted code does not compile.</exception>
    public static IEnumerable<GeneratorRow> Run(string name, int repetitions)
    {
        string source = NetworkSources.Named(name);
        var project = new NetworkProject(source, 0);

        GeneratorDriver driver = NetworkProject.NewDriver();
        double cold = Milliseconds(() => driver = driver.RunGenerators(project.Compilation));
        GeneratorRunResult emitted = driver.GetRunResult().Results.Single();
        int files = emitted.GeneratedSources.Length, characters = emitted.GeneratedSources.Sum(file => file.SourceText.Length);
        GeneratorRow Row(string measuredCase, params double[] milliseconds) => new(name, measuredCase, files, characters, milliseconds);

        yield return Row("cold", cold);

        // A new driver and a new compilation each time: nothing but compiled code and the text is at hand.
        double Again() => Milliseconds(() => NetworkProject.NewDriver().RunGenerators(new NetworkProject(source, 0).Compilation));
        for (int run = 0; run < WarmRuns; run++)
            Again();
        yield return Row("warm", [.. Enumerable.Range(0, repetitions).Select(_ => Again())]);

        yield return Row("edit elsewhere", Edits(project.EditElsewhere));
        yield return Row("comment in its file", Edits(number => project.EditNetwork(NetworkSources.WithComment(source, number))));
        yield return Row("edit of the network", Edits(number => project.EditNetwork(NetworkSources.WithEdit(source, number))));
        yield return Row("analyzer, edit of the network", Checks());
        for (int run = 0; run < WarmCompilations; run++)
            CompileEmitted(source);
        yield return Row(
            "C# compiler, emitted code",
            [.. Enumerable.Range(0, Math.Min(repetitions, MostCompilations)).Select(_ => CompileEmitted(source))]);

        double[] Checks()
        {
            double[] milliseconds = [.. Enumerable.Range(1, WarmRuns + repetitions).Select(number =>
            {
                CompilationWithAnalyzers edited = project.EditNetwork(NetworkSources.WithEdit(source, number))
                    .WithAnalyzers([new NetworkAnalyzer()]);
                return Milliseconds(() => edited.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult());
            })];
            return milliseconds[WarmRuns..];
        }

        // Each edit comes to a driver that has seen all before it.
        double[] Edits(Func<int, CSharpCompilation> edit)
        {
            GeneratorDriver kept = NetworkProject.NewDriver().RunGenerators(project.Compilation);
            return [.. Enumerable.Range(1, repetitions).Select(number =>
            {
                CSharpCompilation edited = edit(number);
                return Milliseconds(() => kept = kept.RunGenerators(edited));
            })];
        }
    }

    private static double CompileEmitted(string source)
    {
        NetworkProject.NewDriver()
            .RunGeneratorsAndUpdateCompilation(new NetworkProject(source, 0).Compilation, out Compilation whole, out _);
        return Milliseconds(() =>
        {
            using var image = new MemoryStream();
            if (whole.Emit(image).Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                is Diagnostic error)
                throw new InvalidDataException($"Emitted code does not compile: {error}");
        });
    }

    private static double Milliseconds(Action action)
    {
        long started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
