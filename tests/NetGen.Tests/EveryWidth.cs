using System.Reflection;
using NetGen.Runtime;

namespace NetGen.Tests;

/// <summary>Runs a check at every vector width of the library, so that a test need not list them.</summary>
internal static class EveryWidth
{
    /// <param name="check">A method of S and V, with the types of any width: those of each width take their place.</param>
    /// <param name="arguments">Its arguments; optional ones at the end may be left out.</param>
    public static void Run(Delegate check, params object?[] arguments) => RunDividing(0, check, arguments);

    /// <summary>The same at the widths whose vectors divide so many floats.</summary>
    public static void RunDividing(int floats, Delegate check, params object?[] arguments)
    {
        MethodInfo method = check.Method.GetGenericMethodDefinition();
        object?[] all = [.. arguments, .. method.GetParameters().Skip(arguments.Length).Select(parameter => parameter.DefaultValue)];
        var runs = new Runs(floats, (s, v) =>
            method.MakeGenericMethod(s, v).Invoke(check.Target, BindingFlags.DoNotWrapExceptions, null, all, null));
        VectorWidth.Visit(ref runs);
    }

    private readonly struct Runs(int floats, Action<Type, Type> run) : IWidthVisitor
    {
        public bool Visit<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            if (floats % S.Lanes == 0)
                run(typeof(S), typeof(V));
            return false;
        }
    }
}
