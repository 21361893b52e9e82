using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Warns once per process that a network's code was compiled without optimisation, as in C#'s Debug configuration: what is this
/// network's own then runs slower, several times with normalisations, and nothing else would say why.
/// </summary>
internal static class UnoptimizedBuild
{
    /// <summary>An AppContext switch that silences the warning, for programs whose standard error others read.</summary>
    public const string SilenceSwitch = "NetGen.SilenceUnoptimizedBuild";

    private static int isTold;

    /// <summary>Writes the warning to standard error, except under a debugger, where such code is wanted, and in native code.</summary>
    public static void Tell(Type network)
    {
        if (isTold != 0 || Debugger.IsAttached || !RuntimeFeature.IsDynamicCodeCompiled)
            return;
        if (AppContext.TryGetSwitch(SilenceSwitch, out bool isSilent) && isSilent)
            return;
        if (Notice(network.Name, network.Assembly) is string notice && Interlocked.Exchange(ref isTold, 1) == 0)
            Console.Error.WriteLine(notice);
    }

    /// <summary>The notice for a network of this assembly; null where the assembly is optimised.</summary>
    public static string? Notice(string network, Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
            ? $"NetGen: {network} runs slower than it could, since '{assembly.GetName().Name}' was compiled without optimisation (Debug). "
                + "<Optimize>true</Optimize> in its project file mends it; so does -c Release."
            : null;
}
