namespace NetGen.Reports.Tests.Telemetry;

/// <summary>A network that no other test trains, so that a listener tells its steps from others.</summary>
[Network, Input(2), Linear(2), CrossEntropy]
public partial class MeteredNet;
