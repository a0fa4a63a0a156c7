window.ui = SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#console',
  deepLinking: true,
  displayOperationId: true,
  displayRequestDuration: true,
  docExpansion: 'none',
  filter: true,
  tagsSorter: 'alpha',
});
